/** Steps: pure functions from a resolved model to another, of which an environment is made. */
import { originOf, type Problem, withOrigin } from '../problem.ts';
import type { Resolution } from '../resolve/resolve.ts';
import type { ResolvedModel } from '../resolved.ts';

/** A pure step from a resolved model to another. An output of the configuration lists its own. */
export type Step = (model: ResolvedModel) => ResolvedModel;

type Fault = Pick<Problem, 'found' | 'allowed' | 'remedy'>;

/** What a step asks of a model that the model does not have. `build` tells it as a problem of the output. */
export class StepError extends TypeError {
  override readonly name = 'StepError';
  readonly step: string;
  readonly fault: Fault;

  constructor(step: string, fault: Fault) {
    super(`${step}(): found ${fault.found}; allowed: ${fault.allowed}; ${fault.remedy}.`);
    this.step = step;
    this.fault = fault;
  }
}

/** A step that knows where `of` was called, so that a problem names the line. */
export function stepOf(of: (...args: never[]) => Step, apply: Step): Step {
  return withOrigin(apply, of);
}

/** The model changed by one step after the other. A step that the model has nothing for becomes a problem. */
export function applySteps({ model, problems }: Resolution, steps: readonly Step[]): Resolution {
  const found = [...problems];
  let changed = model;
  for (const step of steps) {
    try {
      changed = step(changed);
    } catch (error) {
      if (!(error instanceof StepError)) throw error;
      found.push({
        where: originOf(step, `${error.step}()`),
        rule: 'output-step',
        ...error.fault,
      });
    }
  }
  return { model: changed, problems: found };
}
