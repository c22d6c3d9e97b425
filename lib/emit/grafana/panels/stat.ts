/** Stat: one number for each query, coloured by its level. */

import type { ShownLook } from '../../../model/look/look.ts';
import { colouredByLevel, given, numbers } from '../field.ts';
import type { FieldConfig } from '../schema.ts';
import type { PanelParts } from './parts.ts';
import { reduceOptions } from './parts.ts';

const TEXT_MODE = { auto: 'auto', value: 'value', 'value and name': 'value_and_name', name: 'name' } as const;

export function stat(panel: ShownLook<'stat'>): PanelParts<'stat'> {
  const { options } = panel;
  return {
    options: {
      colorMode: options.colour,
      graphMode: options.sparkline,
      justifyMode: 'auto',
      orientation: options.direction,
      percentChangeColorMode: 'standard',
      reduceOptions: reduceOptions(options.calculation),
      showPercentChange: false,
      ...(options.nameSize === undefined ? {} : { text: { titleSize: options.nameSize } }),
      textMode: TEXT_MODE[options.show],
      wideLayout: true,
    },
    field: {
      ...given<FieldConfig>({ min: options.min, max: options.max }),
      ...numbers(panel),
      ...colouredByLevel(panel),
    },
  };
}
