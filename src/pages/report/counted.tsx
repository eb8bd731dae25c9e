import type { VNode } from 'preact';
import type { PartOf } from '../../reportPage/contract/reportSheet';
import './counted.css';

/** How the figures were calculated, and the commands that count the same. */
export function Counted({ part }: { readonly part: PartOf<'counted'> }): VNode {
  const { lines, commands } = part;
  return (
    <>
      <dl class="counted">
        {groupsOf(lines).map(({ term, texts }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              {texts.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {commands.length > 0 && (
        // A scrollable region takes the focus, so that the keyboard can scroll it too.
        <pre tabIndex={0} role="group" aria-label={part.title}>
          {commands.map((command) => `$ ${command}`).join('\n')}
        </pre>
      )}
    </>
  );
}

/** Lines without a term of their own belong to the one above them. */
function groupsOf(lines: PartOf<'counted'>['lines']): { term: string; texts: string[] }[] {
  const groups: { term: string; texts: string[] }[] = [];
  for (const { term, text } of lines) {
    const last = groups.at(-1);
    if (last && (term === '' || term === last.term)) last.texts.push(text);
    else groups.push({ term, texts: [text] });
  }
  return groups;
}
