import { describe, expect, test } from 'vitest';
import { shop } from '../../../test/support/shop.ts';
import { prometheusOf } from '../../../test/support/shop-deployment.ts';
import { featuresIn, withFeatures } from './features.ts';

const FLAG = 'promql-experimental-functions';
const OPTION = `--enable-feature=${FLAG}`;
const command = (of: ReturnType<typeof prometheusOf>) => of.containers.prometheus?.command;

describe('withFeatures()', () => {
  test.each<[string, readonly string[] | undefined, readonly string[]]>([
    ['behind what is there', ['--a'], ['--a', OPTION]],
    ['beside other flags', ['--enable-feature=auto-reload-config'], ['--enable-feature=auto-reload-config', OPTION]],
    ['once', ['--a', OPTION], ['--a', OPTION]],
    ['once, in a list of flags', [`--enable-feature=x,${FLAG}`], [`--enable-feature=x,${FLAG}`]],
    [
      "behind the image's own command",
      undefined,
      ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus', OPTION],
    ],
  ])('puts a flag %s', (_, before, after) => {
    expect(command(withFeatures(prometheusOf(before), [FLAG]))).toEqual(after);
  });

  test('puts it into the commands of overrides, which stand in place of the first', () => {
    const overrides = {
      small: { purpose: 'Less.', containers: { prometheus: { command: ['--b'] } } },
      other: { purpose: 'Another.', containers: { prometheus: { environment: { A: 'b' } } } },
    };
    const { small, other } = withFeatures(prometheusOf(['--a'], { overrides }), [FLAG]).overrides ?? {};
    expect(small?.containers?.prometheus?.command).toEqual(['--b', OPTION]);
    expect(other?.containers?.prometheus).toEqual({ environment: { A: 'b' } });
  });

  test('changes nothing without features', () => {
    const deployment = prometheusOf(['--a']);
    expect(withFeatures(deployment, [])).toBe(deployment);
  });
});

test('what a model declares stands in what starts its server', () => {
  const { deployment } = shop({ deployment: prometheusOf(['--a']), features: [FLAG] });
  expect(deployment?.containers.prometheus?.command).toEqual(['--a', OPTION]);
  expect(featuresIn(deployment)).toEqual([FLAG]);
});
