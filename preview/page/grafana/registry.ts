/**
 * The field options that Grafana's panels know. Without a registry `applyFieldOverrides` drops unit, mappings and
 * thresholds without a word; in Grafana each panel plugin brings its own.
 */
import {
  displayNameOverrideProcessor,
  type Field,
  FieldConfigOptionsRegistry,
  type FieldConfigPropertyItem,
  FieldType,
  identityOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
} from '@grafana/data';

const STANDARD = [
  'unit',
  'decimals',
  'min',
  'max',
  'displayName',
  'noValue',
  'thresholds',
  'mappings',
  'links',
  'color',
  'fieldMinMax',
  'description',
  'filterable',
];

const LINES = [
  'drawStyle',
  'lineInterpolation',
  'lineWidth',
  'lineColor',
  'lineStyle',
  'fillOpacity',
  'fillColor',
  'gradientMode',
  'fillBelowTo',
  'barAlignment',
  'barWidthFactor',
  'barMaxWidth',
  'showPoints',
  'pointSize',
  'spanNulls',
  'insertNulls',
  'stacking',
  'scaleDistribution',
  'thresholdsStyle',
  'hideFrom',
  'transform',
];

const AXES = [
  'axisPlacement',
  'axisLabel',
  'axisColorMode',
  'axisBorderShow',
  'axisWidth',
  'axisSoftMin',
  'axisSoftMax',
  'axisGridShow',
  'axisCenteredZero',
];

const CELLS = ['align', 'cellOptions', 'width', 'minWidth', 'filterable', 'inspect', 'hidden'];

/** Nobody edits fields here. */
const noEditor = () => null;

function item(path: string, isCustom: boolean): FieldConfigPropertyItem {
  return {
    id: isCustom ? `custom.${path}` : path,
    path,
    name: path,
    isCustom,
    editor: noEditor,
    override: noEditor,
    settings: {},
    process: path === 'displayName' ? displayNameOverrideProcessor : identityOverrideProcessor,
    shouldApply: (field: Field) => !(isCustom && AXES.includes(path) && field.type !== FieldType.number),
  };
}

const standard = STANDARD.map((path) => item(path, false));
const custom = [...LINES, ...AXES, ...CELLS].map((path) => item(path, true));

/** Every option that a field of ours can have. */
export const registry = new FieldConfigOptionsRegistry(() => [...standard, ...custom]);

standardFieldConfigEditorRegistry.setInit(() => [...standard]);
standardEditorsRegistry.setInit(() => []);
standardTransformersRegistry.setInit(() => {
  // One of them stands there twice, and a registry refuses that.
  const byId = new Map(Object.values(standardTransformers).map((each) => [each.id, each]));
  return [...byId.values()].map((transformation) => ({
    id: transformation.id,
    name: transformation.name,
    transformation: () => Promise.resolve(transformation),
    editor: noEditor,
    imageDark: '',
    imageLight: '',
  }));
});
