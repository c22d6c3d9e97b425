import { describeRule } from '../../../../test/support/rule-cases.ts';
import { deployed } from '../../../../test/support/shop-deployment.ts';
import { containerImage } from './container-image.ts';

const image = (text: string) => deployed({ exporter: { image: text } });

describeRule(containerImage, {
  example: image('registry.example/store-exporter'),
  allows: [
    ['a tag', image('store:1.2')],
    ['a registry with a port', image('registry.example:5000/store:v1')],
    ['a digest behind it', image(`store:1.2@sha256:${'0'.repeat(64)}`)],
  ],
  finds: [
    [
      'the latest',
      image('store:latest'),
      { found: 'the image store:latest', remedy: 'write the version that was tried: store:1.2.3' },
    ],
    [
      'a port that is no tag',
      image('registry.example:5000/store'),
      {
        found: 'the image registry.example:5000/store',
        remedy: 'write the version that was tried: registry.example:5000/store:1.2.3',
      },
    ],
  ],
});
