/** A team's week: everybody's days with wishes and findings, proposed and published here. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import { useState } from 'react';
import { SwapList } from '../swap-list.tsx';
import { useSchedules } from '../use-schedules.ts';
import { type ShownWeek, useWeek } from '../use-week.ts';
import styles from '../week.module.css';
import { WeekTurn } from '../week-turn.tsx';
import { AbsenceSheet } from './absence-sheet.tsx';
import { AgreementSheet } from './agreement-sheet.tsx';
import { BreachList } from './breach-list.tsx';
import { DayEditor } from './day-editor.tsx';
import { TermsEditor } from './terms-editor.tsx';
import { useEditedDay } from './use-edited-day.ts';
import { WeekTable } from './week-table.tsx';

const css = styleNames(styles);

const refusedIn = ({ people }: TeamWeek): number =>
  people.flatMap(({ breaches }) => breaches).filter(({ weight }) => weight === 'refused').length;

const WeekSheets = ({
  team,
  week,
  onChanged,
}: {
  readonly team: TeamWeek;
  readonly week: ShownWeek;
  readonly onChanged: () => Promise<void>;
}) => {
  const { t } = useText();
  const { edited, edit, close, save } = useEditedDay(team, onChanged);
  const person = team.people.find(({ userId }) => userId === edited?.userId);
  return (
    <>
      <Sheet title={t('schedules.teamWeek')} look="wide">
        <WeekTable team={team} days={week.days} today={week.today} onEdit={edit} />
      </Sheet>
      {edited === null || edited.day !== null || person === undefined ? null : (
        <TermsEditor key={edited.userId} person={person} onChanged={onChanged} onClose={close} />
      )}
      {edited === null || edited.day === null || person === undefined ? null : (
        <DayEditor
          key={`${edited.userId} ${edited.day}`}
          team={team}
          person={person}
          day={edited.day}
          onSave={save}
          onClose={close}
        />
      )}
      <Sheet title={t('schedules.findings')}>
        <BreachList team={team} />
      </Sheet>
      <div className={css('column')}>
        <AbsenceSheet team={team} onChanged={() => void onChanged()} />
        <Sheet title={t('schedules.swaps')}>
          <SwapList swaps={team.swaps} onAnswered={() => void onChanged()} />
        </Sheet>
      </div>
      <AgreementSheet team={team} onChanged={onChanged} />
    </>
  );
};

export const WeekTab = () => {
  const { t } = useText();
  const request = useRequest();
  const week = useWeek();
  const [busy, setBusy] = useState(false);
  const { known, reload } = useSchedules('schedules.week', { day: week.monday });
  const shown = known?.value == null || known.value.week === week.monday ? known : null;
  const value = shown?.value ?? null;
  const refused = value === null ? 0 : refusedIn(value);
  const change = async (what: 'schedules.propose' | 'schedules.publish') => {
    if (value === null || busy) return;
    setBusy(true);
    await request(what, { week: week.monday, revision: value.revision });
    await reload();
    setBusy(false);
  };
  const blocked = (): string | undefined => {
    if (value === null || busy) return t('common.loading');
    if (value.changes === 0) return t('schedules.nothingToPublish');
    return refused > 0 ? t('schedules.refusedFirst', { count: refused }) : undefined;
  };
  const publish = () => {
    if (blocked() === undefined) void change('schedules.publish');
  };
  useKeys([{ key: 'Enter', modifier: 'ctrl', whileTyping: 'rests', act: publish }]);
  return (
    <div className={css('page')}>
      <header className={css('head')}>
        <WeekTurn week={week} />
        <i />
        <Truth of={shown} />
        <Button
          icon="wand"
          blocked={value === null || busy ? t('common.loading') : undefined}
          onClick={() => void change('schedules.propose')}
        >
          {t('schedules.propose')}
        </Button>
        <Button look="primary" keys={['Ctrl', '↵']} blocked={blocked()} onClick={publish}>
          {t('schedules.publish', { count: value?.changes ?? 0 })}
        </Button>
      </header>
      <section
        className={css('panel', shown?.code != null && 'old')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-label={t('schedules.tab.week')}
      >
        <Loaded of={shown}>
          {(team) => <WeekSheets key={week.monday} team={team} week={week} onChanged={reload} />}
        </Loaded>
      </section>
    </div>
  );
};
