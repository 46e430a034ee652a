/** Somebody's day, by hand: its activities, with what the rules of working time say of them beside it. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import type { Piece } from '@shared/domain/schedule/piece.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useEffect, useRef, useState } from 'react';
import { dayWords } from '../clock-words.ts';
import { FindingLine } from './breach-list.tsx';
import styles from './edit.module.css';
import { findingsOf, type Person, piecesOf, type Row, rowAfter, rowsOf } from './edited-day.ts';
import { PieceRow } from './piece-row.tsx';
import { useEditorKeys } from './use-editor-keys.ts';

const css = styleNames(styles);

const Law = ({
  team,
  person,
  day,
  pieces,
}: {
  readonly team: TeamWeek;
  readonly person: Person;
  readonly day: string;
  readonly pieces: readonly Piece[] | null;
}) => {
  const { t } = useText();
  const found = pieces === null ? [] : findingsOf(team, person, { day, pieces });
  return (
    <div className={css('law')} role="status" aria-label={t('schedules.findings')}>
      {pieces === null ? <p className={css('wrong')}>{t('schedules.edit.wrongTime')}</p> : null}
      {pieces !== null && found.length === 0 ? <p>{t('schedules.noFindings')}</p> : null}
      <ul>
        {found.map((one) => (
          <FindingLine key={`${one.rule} ${one.day} ${one.from}`} of={one} />
        ))}
      </ul>
      <small>{t('schedules.edit.neighbours')}</small>
    </div>
  );
};

const Rows = ({
  rows,
  brandIds,
  onChange,
}: {
  readonly rows: readonly Row[];
  readonly brandIds: readonly string[];
  readonly onChange: (rows: readonly Row[]) => void;
}) => {
  const { t } = useText();
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <ul className={css('rows')}>
      {rows.length === 0 ? <li className={css('none')}>{t('schedules.edit.none')}</li> : null}
      {rows.map((row, at) => (
        <PieceRow
          key={row.key}
          row={row}
          brandIds={brandIds}
          first={at === 0 ? first : undefined}
          onChange={(changed) => onChange(rows.map((one) => (one === row ? changed : one)))}
          onRemove={() => onChange(rows.filter((one) => one !== row))}
        />
      ))}
    </ul>
  );
};

export const DayEditor = ({
  team,
  person,
  day,
  onSave,
  onClose,
}: {
  readonly team: TeamWeek;
  readonly person: Person;
  readonly day: string;
  /** @returns why it was not kept; null: it was */
  readonly onSave: (pieces: readonly Piece[]) => Promise<ErrorCode | null>;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    rowsOf(person.days.find((one) => one.day === day)?.pieces ?? []),
  );
  const [said, say] = useState<ErrorCode | 'saving' | null>(null);
  const pieces = piecesOf(rows);
  const blocked = pieces === null ? t('schedules.edit.wrongTime') : undefined;
  const save = async () => {
    if (pieces === null || said === 'saving') return;
    say('saving');
    say(await onSave(pieces));
  };
  useEditorKeys(() => void save(), onClose);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.scrollIntoView?.({ block: 'nearest' }), []);
  return (
    <Sheet
      look="wide"
      title={t('schedules.edit.title', { name: person.name, day: dayWords(day, language) })}
      beside={
        <Button size="small" look="ghost" keys={['Esc']} onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <div ref={whole} className={css('editor')}>
        <div>
          <Rows rows={rows} brandIds={person.brandIds} onChange={setRows} />
          <div className={css('acts')}>
            <Button
              size="small"
              icon="plus"
              onClick={() => setRows([...rows, rowAfter(rows, person.brandIds)])}
            >
              {t('schedules.edit.add')}
            </Button>
            <i />
            <Button
              look="primary"
              keys={['Ctrl', '↵']}
              blocked={said === 'saving' ? t('common.loading') : blocked}
              onClick={() => void save()}
            >
              {t('schedules.edit.save')}
            </Button>
          </div>
          {said === null || said === 'saving' ? null : (
            <p role="alert" className={css('wrong')}>
              {t(said === 'version-superseded' ? 'schedules.edit.superseded' : `error.${said}`)}
            </p>
          )}
        </div>
        <Law team={team} person={person} day={day} pieces={pieces} />
      </div>
    </Sheet>
  );
};
