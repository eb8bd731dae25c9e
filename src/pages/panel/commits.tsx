import type { VNode } from 'preact';
import type { GoalSheet } from '../../panel/contract/goalSheet';
import { Cut } from '../shared/cut';
import { HiddenText } from '../shared/hiddenText';
import { TextButton } from '../shared/textButton';
import { Fold } from './fold';
import { acts, useView } from './view';
import './commits.css';

/**
 * The latest commits that served the goal, and the files that they touch most; left out until the history has been
 * read.
 */
export function Commits({ history }: { readonly history: GoalSheet['history'] }): VNode | null {
  const view = useView();
  const { strings } = view;
  if (!history) return null;
  const { note, commits, files, showAll } = history;
  return (
    <Fold id="commits" title={strings.latestCommits} aside={note}>
      <ul class="commits" data-roving>
        {commits.map(({ sha, subject, when, age }) => (
          <li key={sha}>
            <TextButton look="reference" {...acts(view, 'openCommit', sha)}>
              <Cut text={subject} />
            </TextButton>
            <span class="quiet age" title={when}>
              <span aria-hidden="true">{age}</span>
              <HiddenText>{when}</HiddenText>
            </span>
          </li>
        ))}
      </ul>
      <TextButton look="more" {...acts(view, showAll.action, showAll.key)}>
        {showAll.label}
        <HiddenText>{` – ${strings.latestCommits}`}</HiddenText>
      </TextButton>
      {files.length > 0 && (
        <>
          <h3 class="whose quiet">{strings.touchedFiles}</h3>
          <ul class="commits files" data-roving>
            {files.map(({ path, name, folder, commits: count }) => (
              <li key={path}>
                <span class="file">
                  <TextButton look="reference" title={path} {...acts(view, 'openFile', path)}>
                    <Cut text={name} title={path} />
                  </TextButton>
                  {folder !== '' && <Cut text={folder} class="quiet small" />}
                </span>
                <span class="quiet age">{count}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  );
}
