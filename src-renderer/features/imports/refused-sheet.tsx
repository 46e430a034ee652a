/** The refused lines: corrected one by one by keys, all alike at once, or taken away as a file. */
import { SegmentedControl } from '@mantine/core';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportLines, ImportLineView } from '@shared/contracts/http/imports.ts';
import { useState } from 'react';
import styles from './imports.module.css';
import { alike, type Group, groupCounts, groupOf, groups } from './refused-groups.ts';
import { changeBy, RefusedRow } from './refused-row.tsx';
import { saveFile } from './save-file.ts';
import { type ImportDesk, useLines } from './use-imports.ts';

const css = styleNames(styles);
const all = 'all';

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const Downloads = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t, language } = useText();
  const request = useRequest();
  const { view } = desk;
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const answer = await request('imports.errors', { importId: view.id, format, language });
    if (!answer.ok) return;
    const name = view.fileName.replace(/\.[a-z]{3,4}$/i, '');
    const end = language === 'fr' ? 'refus' : 'refused';
    saveFile(answer.value.bytes, `${name}-${end}.${format}`, types[format]);
  };
  return (
    <>
      <Button size="small" icon="download" onClick={() => void save('csv')}>
        {t('imports.download', { lines: formatNumber(view.counts.refused, language) })}
      </Button>
      <Button size="small" look="ghost" onClick={() => void save('xlsx')}>
        {t('imports.downloadXlsx')}
      </Button>
    </>
  );
};

const Filter = ({
  desk,
  lines,
  value,
  onChange,
}: {
  readonly desk: ImportDesk;
  readonly lines: ImportLines;
  readonly value: Group | typeof all;
  readonly onChange: (value: Group | typeof all) => void;
}) => {
  const { t, language } = useText();
  const counts = groupCounts(desk.view, lines);
  const number = (count: number) => ({ lines: formatNumber(count, language) });
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('imports.filter')}
      value={value}
      onChange={(chosen) => onChange(groups.find((one) => one === chosen) ?? all)}
      data={[
        { value: all, label: t('imports.all', number(desk.view.counts.refused)) },
        ...groups
          .filter((group) => counts[group] > 0)
          .map((group) => ({
            value: group,
            label: t(`imports.group.${group}`, number(counts[group])),
          })),
      ]}
    />
  );
};

const SameRemedy = ({
  desk,
  lines,
  line,
}: {
  readonly desk: ImportDesk;
  readonly lines: ImportLines;
  readonly line: ImportLineView | undefined;
}) => {
  const { t, language } = useText();
  const problem = line?.problems[0];
  if (problem === undefined || problem.remedy.kind === 'correct') return null;
  const count = alike(lines, problem);
  if (count < 2) return null;
  const { column, code } = problem;
  const { kind: remedy } = problem.remedy;
  return (
    <Button size="small" icon="wand" onClick={() => void desk.remedy({ column, code, remedy })}>
      {t('imports.sameRemedy', { lines: formatNumber(count, language) })}
    </Button>
  );
};

const Table = ({
  shown,
  chosen,
  desk,
  onSelect,
}: {
  readonly shown: readonly ImportLineView[];
  readonly chosen: ImportLineView | undefined;
  readonly desk: ImportDesk;
  readonly onSelect: (line: number) => void;
}) => {
  const { t } = useText();
  const heads = ['line', 'column', 'read', 'why', 'remedy'] as const;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`imports.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((line) => (
          <RefusedRow
            key={line.line}
            line={line}
            selected={line === chosen}
            onSelect={() => onSelect(line.line)}
            onChange={(change) => void desk.changeLine(line.line, change)}
          />
        ))}
      </tbody>
    </table>
  );
};

export const RefusedSheet = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t } = useText();
  const lines = useLines(desk, 'refused');
  const [group, setGroup] = useState<Group | typeof all>(all);
  const [selected, setSelected] = useState<number | null>(null);
  const shown = (lines?.lines ?? []).filter((line) => group === all || groupOf(line) === group);
  const at = Math.max(
    0,
    shown.findIndex(({ line }) => line >= (selected ?? 0)),
  );
  const chosen = shown[at];
  const move = (by: number) => setSelected(shown[at + by]?.line ?? chosen?.line ?? null);
  const take = () => {
    const problem = chosen?.problems[0];
    const change = problem === undefined ? null : changeBy(problem);
    if (chosen !== undefined && change !== null) void desk.changeLine(chosen.line, change);
  };
  useKeys([
    { key: 'ArrowDown', whileTyping: 'works', act: () => move(1) },
    { key: 'ArrowUp', whileTyping: 'works', act: () => move(-1) },
    { key: 'Enter', whileTyping: 'rests', act: take },
  ]);
  if (lines === null) return <LoadingLines label={t('imports.loading')} />;
  return (
    <section className={css('sheet', 'refused')} aria-label={t('imports.refusedTitle')}>
      <header>
        <h2>{t('imports.refusedTitle')}</h2>
        <i />
        {lines.lines.length === 0 ? null : (
          <Filter desk={desk} lines={lines} value={group} onChange={setGroup} />
        )}
      </header>
      {lines.lines.length === 0 ? (
        <EmptyState icon="check" title={t('imports.noneRefused')} />
      ) : (
        <>
          <div className={css('scroll')}>
            <Table shown={shown} chosen={chosen} desk={desk} onSelect={setSelected} />
          </div>
          <footer>
            <SameRemedy desk={desk} lines={lines} line={chosen} />
            <Downloads desk={desk} />
            <i />
            <KeyCaps keys={['↑', '↓', '↵']} />
          </footer>
        </>
      )}
    </section>
  );
};
