/** A container's image has a tag of its own: what is pulled tomorrow is what was tried today. */
import { rule } from '../../rule.ts';
import { unexcusable } from '../../survey/expressions.ts';

const PINNED = /:(?!latest(?:@|$))[\w][\w.-]*(?:@sha256:[0-9a-f]{64})?$/;

export const containerImage = rule({
  id: 'container-image',
  reason:
    'An image without a tag, or with the tag latest, may be another one after each pull, without anybody’s decision.',
  source: 'Docker, Building best practices: pin base image versions',
  example: {
    where: 'container store',
    found: 'the image registry.example/store-exporter',
    allowed: 'an image with a tag, and its digest where one is known',
    remedy: 'write the version that was tried: registry.example/store-exporter:1.2.3',
  },
  *check({ model: { deployment } }) {
    for (const [name, { image }] of Object.entries(deployment?.containers ?? {})) {
      if (PINNED.test(image)) continue;
      yield {
        about: unexcusable({ what: `container ${name}` }),
        found: `the image ${image}`,
        allowed: 'an image with a tag, and its digest where one is known',
        remedy: `write the version that was tried: ${image.replace(/[:@][^/]*$/, '')}:1.2.3`,
      };
    }
  },
});
