/** Brings what the viewer is led to into view, and the focus to it, as soon as it is there and stands still. */

/** Long enough for another dashboard to stand there. */
const PATIENCE_MS = 3_000;

/** The first problem on the page. */
export function showProblem(): void {
  arrive('main .troubles', (problem) => {
    problem.scrollIntoView({ block: 'center' });
    problem.focus({ preventScroll: true });
  });
}

/** A panel by its key. The focus stays where it is while something else is open beside it. */
export function showPanel(key: string, focus: 'moves' | 'stays'): void {
  arrive(`main [data-key="${CSS.escape(key)}"]`, (panel) => {
    panel.scrollIntoView({ block: 'nearest' });
    if (focus === 'moves') stopOf(panel)?.focus({ preventScroll: true });
  });
}

/** The one part of a panel that Tab leads to. */
export function stopOf(panel: Element): HTMLElement | null {
  return panel.querySelector<HTMLElement>('section[tabindex]');
}

let latest = 0;

/** Only the last thing that was asked for is brought into view. */
function arrive(selector: string, show: (element: HTMLElement) => void): void {
  latest += 1;
  const mine = latest;
  const until = performance.now() + PATIENCE_MS;
  let before = '';
  const look = (): void => {
    const element = document.querySelector<HTMLElement>(selector);
    const now = element === null ? '' : placeText(element);
    if (element !== null && now === before) {
      show(element);
      return;
    }
    before = now;
    if (mine === latest && performance.now() < until) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Changes while the page is laid out anew. */
function placeText(element: Element): string {
  const { left, top, width } = element.getBoundingClientRect();
  return [left, top, width].join(' ');
}
