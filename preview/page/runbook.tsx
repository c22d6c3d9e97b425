/** An alert's runbook, over the page. */
import { renderMarkdown } from '@grafana/data';
import { useEffect, useRef } from 'react';

interface Props {
  readonly name: string;
  /** Markdown. */
  readonly text: string;
  /** Where runbooks stand in the addresses that the definitions give. */
  readonly address: string;
  readonly onClose: () => void;
}

/** Links to other runbooks are relative, and those are not let through. */
const RELATIVE = /\]\((?:\.\/)?([\w-]+\.md)/g;

export function Runbook({ name, text, address, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  // A link leads from one runbook to another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each begins at its top
  useEffect(() => {
    dialog.current?.scrollTo(0, 0);
  }, [name]);
  const html = renderMarkdown(text.replace(RELATIVE, `](${address.replace(/\/$/, '')}/$1`));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it, and so does its button
    <dialog
      ref={dialog}
      className="runbook"
      aria-label={`Runbook ${name}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={({ target }) => {
        if (target === dialog.current) onClose();
      }}
    >
      <article>
        <header>
          <small>Runbook</small>
          <button type="button" aria-label="Close" onClick={onClose}>
            ×
          </button>
        </header>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown sanitises */}
        <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />
      </article>
    </dialog>
  );
}
