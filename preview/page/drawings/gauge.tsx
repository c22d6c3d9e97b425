/** A gauge, drawn after Grafana's: the component is not exported. */
import { type FieldDisplay, formattedValueToString, type GrafanaTheme2 } from '@grafana/data';
import { ink } from '../ink.ts';
import { ring } from './arc.ts';

interface Props {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly theme: GrafanaTheme2;
  readonly name: 'shown' | 'hidden';
}

/** The dial begins and ends below the middle, as Grafana's does. */
const FROM = Math.PI * 0.86;
const TO = Math.PI * 2.14;
const NAME_HEIGHT = 22;
/** The thresholds run around the dial; both as parts of its radius. */
const RIM = 1.08;
const HEIGHT = RIM * (1 + Math.sin(FROM)) + 0.04;

export function GaugeDial({ value, width, height, theme, name }: Props) {
  const { display, field } = value;
  const room = height - (name === 'shown' ? NAME_HEIGHT : 0);
  const outer = Math.max(10, Math.min((width / 2 - 8) / RIM, room / HEIGHT));
  const inner = outer * 0.78;
  const middle = { x: width / 2, y: outer * RIM + Math.max(0, (room - outer * HEIGHT) / 2) };
  const [min, max] = [field.min ?? 0, field.max ?? 100];
  const angle = (of: number): number => FROM + (TO - FROM) * Math.max(0, Math.min(1, (of - min) / (max - min || 1)));
  const steps = field.thresholds?.steps ?? [];
  const colour = display.color ?? ink(theme).text;
  const text = formattedValueToString(display);
  const fontSize = Math.max(10, Math.min(outer * 0.42, (inner * 1.75) / (text.length * 0.56)));
  return (
    <svg width={width} height={height} role="img" aria-label={`${display.title ?? ''} ${text}`}>
      <path d={ring(middle, { outer, inner }, { from: FROM, to: TO })} fill={ink(theme).empty} />
      {Number.isFinite(display.numeric) && (
        <path d={ring(middle, { outer, inner }, { from: FROM, to: angle(display.numeric) })} fill={colour} />
      )}
      {steps.length > 1 &&
        steps.map((step, index) => {
          const from = angle(Math.max(min, step.value ?? min));
          const to = angle(steps[index + 1]?.value ?? max);
          const fill = theme.visualization.getColorByName(step.color);
          const radii = { outer: outer * 1.07, inner: outer * 1.03 };
          return to > from && <path key={`${step.value}`} d={ring(middle, radii, { from, to })} fill={fill} />;
        })}
      <text
        x={middle.x}
        y={middle.y + fontSize * 0.2}
        textAnchor="middle"
        fontSize={fontSize}
        fontWeight={500}
        fill={colour}
      >
        {text}
      </text>
      {name === 'shown' && (
        <text x={middle.x} y={height - 6} textAnchor="middle" fontSize={14} fill={ink(theme).text}>
          {display.title}
        </text>
      )}
    </svg>
  );
}
