/** What cAdvisor states wrongly about its metrics, or not at all where no container was there to show it. */
import { correctEach, overrides } from 'plainsight';
import * as unit from 'plainsight/units';

const noneError = unit.state({ 0: 'None', 1: 'Error' });
/** What a container's series has and the machine's own has not. */
const ofContainers = {
  container_label_com_docker_compose_project: [],
  container_label_com_docker_compose_service: [],
  image: [],
  name: [],
};

export default overrides({
  container_health_state: {
    unit: unit.state({ '-1': 'No check', 0: 'Unhealthy or starting', 1: 'Healthy' }),
    reason: 'the exporter tells starting and unhealthy not apart',
  },
  container_last_seen: { unit: unit.timestamp, reason: 'seconds since 1970' },
  ...correctEach(['container_spec_cpu_period', 'container_spec_cpu_quota'], {
    unit: unit.microseconds,
    reason: 'as cpu.cfs_period_us and cpu.cfs_quota_us; quota by period is the number of cores',
  }),
  ...correctEach(['machine_cpu_cores', 'machine_cpu_physical_cores'], { unit: unit.cores, reason: 'what they count' }),
  ...correctEach(['container_cpu_load_average_10s', 'container_cpu_load_d_average_10s'], {
    unit: unit.count('tasks'),
    reason: 'the mean number of tasks that run, or that wait for a disk',
  }),
  ...correctEach(
    [
      'container_memory_cache',
      'container_memory_kernel_usage',
      'container_memory_mapped_file',
      'container_memory_rss',
      'container_memory_swap',
      'machine_nvm_capacity',
    ],
    { unit: unit.bytes, reason: 'their help texts say bytes, or they are parts of container_memory_usage_bytes' },
  ),
  container_memory_failcnt: { unit: unit.count('hits'), reason: 'how often the limit was hit' },
  ...correctEach(['container_memory_pgscan_total', 'container_memory_pgsteal_total'], {
    unit: unit.count('pages'),
    reason: 'their help texts say pages',
  }),
  ...correctEach(['container_memory_workingset_refault_anon_total', 'container_memory_workingset_refault_file_total'], {
    unit: unit.count('refaults'),
    reason: 'their help texts say refaults',
  }),
  container_fs_io_current: { unit: unit.count('operations'), reason: 'its help text says I/Os in progress' },
  ...correctEach(['container_fs_sector_reads_total', 'container_fs_sector_writes_total'], {
    unit: unit.count('sectors'),
    reason: 'sectors, and not operations, are counted',
  }),
  ...correctEach(['container_scrape_error', 'machine_scrape_error'], { unit: noneError, reason: '0 or 1' }),
  'container_fs_*': { labels: ofContainers, reason: 'the scrape shows some of them for the machine alone' },
  'container_spec_*': { labels: ofContainers, reason: 'the scrape shows some of them for the machine alone' },
});
