/** One refused line: what was read, why, and its remedy; the selected one is corrected in place. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportLineView } from '@shared/contracts/http/imports.ts';
import type { LineProblem } from '@shared/domain/import/problem.ts';
import { remedyInWords, whyInWords } from '@shared/domain/import/problem-words.ts';
import { useState } from 'react';
import styles from './imports.module.css';
import type { ImportDesk } from './use-imports.ts';

const css = styleNames(styles);

type Change = Parameters<ImportDesk['changeLine']>[1];

/** What taking the remedy does to the line; null where a person has to write. */
export const changeBy = ({ column, remedy }: LineProblem): Change | null => {
  switch (remedy.kind) {
    case 'replace':
      return column === null ? null : { cells: { [column]: remedy.value } };
    case 'clear':
      return { cells: column === null ? {} : { [column]: '' } };
    case 'skip':
      return { leaveOut: 'line' };
    case 'without-consent':
      return { leaveOut: 'consent' };
    case 'correct':
      return null;
  }
};

const isWritten = ({ remedy, column }: LineProblem): boolean =>
  column !== null && (remedy.kind === 'replace' || remedy.kind === 'correct');

const Correction = ({
  line,
  problem,
  onChange,
}: {
  readonly line: ImportLineView;
  readonly problem: LineProblem;
  readonly onChange: (change: Change) => void;
}) => {
  const { t } = useText();
  const proposal = problem.remedy.kind === 'replace' ? problem.remedy.value : problem.read;
  const [text, setText] = useState(proposal);
  const { column } = problem;
  if (column === null) return null;
  return (
    <input
      type="text"
      className={css('correction')}
      // The line that is selected is the one she wants to correct.
      // biome-ignore lint/a11y/noAutofocus: selecting a line is asking for its field.
      autoFocus
      aria-label={t('imports.correction', { line: line.line })}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey) return;
        event.preventDefault();
        onChange({ cells: { [column]: text } });
      }}
    />
  );
};

export const RefusedRow = ({
  line,
  selected,
  onSelect,
  onChange,
}: {
  readonly line: ImportLineView;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onChange: (change: Change) => void;
}) => {
  const { t, language } = useText();
  const [problem] = line.problems;
  if (problem === undefined) return null;
  const change = changeBy(problem);
  const words = remedyInWords(problem.remedy, language);
  return (
    <tr
      className={css(selected && 'selected')}
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
    >
      <td className={css('number')}>{line.line}</td>
      <td>{problem.column ?? '—'}</td>
      <td className={css('wrong')}>
        {problem.read || (problem.column === null ? '—' : t('imports.empty'))}
      </td>
      <td className={css('why')}>
        {line.problems.map((one) => whyInWords(one, language)).join(', ')}
      </td>
      <td>
        {selected && isWritten(problem) ? (
          <Correction line={line} problem={problem} onChange={onChange} />
        ) : (
          <Button
            size="small"
            aria-label={t('imports.remedyOf', { line: line.line, remedy: words })}
            onClick={change === null ? onSelect : () => onChange(change)}
          >
            {words}
          </Button>
        )}
      </td>
    </tr>
  );
};
