/** Alerts that no fault here fires, and why: promtool's tests and the incidents of alerts/ fire them. */

const NO_LOKI = 'Loki and Alloy cannot be had: their metrics are a recording, but for what the limit refuses';
const NO_DOCKER =
  'no Docker runs in the tests: what cAdvisor says of containers is a recording, but for which of them run';
const NOT_OURS = 'the machine that runs the tests is not to be filled up or broken';
const TOO_LONG = 'it looks back six hours and more';

export const NOT_TRIED: Readonly<Record<string, string>> = {
  AlloyDropping: NO_LOKI,
  LokiRequestErrors: NO_LOKI,
  ContainerCpuThrottling: NO_DOCKER,
  ContainerMemoryNearLimit: NO_DOCKER,
  ContainerOOM: NO_DOCKER,
  ContainerUnhealthy: NO_DOCKER,
  ContainersUnseen: NO_DOCKER,
  DbVolumeGrowth: NOT_OURS,
  DiskFilling: TOO_LONG,
  DiskAlmostFull: NOT_OURS,
  DiskErrors: NOT_OURS,
  DiskReadOnly: NOT_OURS,
  HostMemoryLow: NOT_OURS,
};
