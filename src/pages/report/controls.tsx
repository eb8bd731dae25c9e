import type { VNode } from 'preact';
import type { Choice, ReportState } from '../../reportPage/contract/protocol';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/iconButton';
import { acts, useView, type View } from './view';
import './controls.css';

interface ControlsProps {
  readonly controls: ReportState['controls'];
  /** Nothing can be copied or exported before there is a report. */
  readonly hasReport: boolean;
}

/** What the report covers, and what can be done with it. */
export function Controls({ controls, hasReport }: ControlsProps): VNode {
  const view = useView();
  const { strings } = view;
  const { weeks, level, repository, path } = controls;
  return (
    <div class="controls" role="group" aria-label={strings.controls}>
      <Select name="weeks" label={strings.period} choice={weeks} />
      <Select name="level" label={strings.level} choice={level} />
      {repository && <Select name="repository" label={strings.repository} choice={repository} />}
      <span class="control">
        <button type="button" class="pathButton" {...acts(view, 'choosePath')}>
          <HiddenText>{strings.path}: </HiddenText>
          {path === '' ? strings.allPaths : path}
        </button>
        {path !== '' && <IconButton icon="close" label={strings.allPaths} {...acts(view, 'allPaths')} />}
      </span>
      <IconButton icon="refresh" label={strings.refresh} {...acts(view, 'refresh')} />
      <button type="button" class="control" disabled={!hasReport} {...acts(view, 'copySentences')}>
        <Icon name="copy" />
        {strings.copySentences}
      </button>
      <button type="button" class="control" disabled={!hasReport} {...acts(view, 'export')}>
        <Icon name="exportTo" />
        {strings.export}
      </button>
    </div>
  );
}

interface SelectProps {
  readonly name: Parameters<View['filter']>[0];
  readonly label: string;
  readonly choice: Choice;
}

function Select({ name, label, choice }: SelectProps): VNode {
  const view = useView();
  return (
    <label class="control select">
      <HiddenText>{label}</HiddenText>
      <select
        data-control={`filter ${name}`}
        title={label}
        value={choice.value}
        onChange={({ currentTarget }) => view.filter(name, currentTarget.value)}
      >
        {choice.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === choice.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" />
    </label>
  );
}
