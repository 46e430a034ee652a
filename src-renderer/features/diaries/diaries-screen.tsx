/** The diaries of the representatives, for those who make campaigns. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { type ReactNode, useCallback, useId, useState } from 'react';
import { Calendars } from './calendars.tsx';
import styles from './diaries.module.css';
import { Figures } from './figures.tsx';
import { RepresentativeForm } from './representative-form.tsx';
import { type DiaryDesk, useDiary } from './use-diary.ts';
import { type BeginChange, Week } from './week.tsx';

const css = styleNames(styles);

const Column = ({ desk, onNew }: { readonly desk: DiaryDesk; readonly onNew: () => void }) => {
  const { t } = useText();
  return (
    <section className={css('column')} aria-label={t('diaries.title')}>
      <h1>{t('diaries.title')}</h1>
      <ul>
        {(desk.representatives ?? []).map(({ id, settings }) => (
          <li key={id}>
            <button
              type="button"
              className={css('who', id === desk.chosen?.id && 'chosen')}
              aria-current={id === desk.chosen?.id ? 'true' : undefined}
              onClick={() => desk.choose(id)}
            >
              <Icon name="user" size={17} />
              <span>
                <b>{settings.name}</b>
                <small>
                  {settings.active
                    ? [...settings.zones.departments, ...settings.zones.postcodes].join(', ') ||
                      t('diaries.everywhere')
                    : t('diaries.inactive')}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Button icon="plus" onClick={onNew}>
        {t('diaries.new')}
      </Button>
    </section>
  );
};

const WeekHead = ({
  desk,
  onChange,
}: {
  readonly desk: DiaryDesk;
  readonly onChange: () => void;
}) => {
  const { t, language } = useText();
  const { days, weeksOn, goTo, chosen } = desk;
  useKeys([
    { key: 'ArrowLeft', modifier: 'alt', whileTyping: 'rests', act: () => goTo(weeksOn - 1) },
    { key: 'ArrowRight', modifier: 'alt', whileTyping: 'rests', act: () => goTo(weeksOn + 1) },
  ]);
  return (
    <header className={css('head')}>
      <h2>
        {t('diaries.weekOf', {
          name: chosen?.settings.name ?? '',
          day: formatShortDay(new Date(days[0] ?? 0).toISOString(), language),
        })}
      </h2>
      <Button look="ghost" keys={['Alt', '←']} onClick={() => goTo(weeksOn - 1)}>
        {t('diaries.weekBefore')}
      </Button>
      <Button look="ghost" keys={['Alt', '→']} onClick={() => goTo(weeksOn + 1)}>
        {t('diaries.weekAfter')}
      </Button>
      <Button icon="settings" onClick={onChange}>
        {t('diaries.change')}
      </Button>
    </header>
  );
};

const WeekPanel = ({
  desk,
  onEdit,
  begin,
}: {
  readonly desk: DiaryDesk;
  readonly onEdit: () => void;
  readonly begin: BeginChange;
}) => {
  const { t } = useText();
  return (
    <>
      <WeekHead desk={desk} onChange={onEdit} />
      {desk.diary === null ? (
        <LoadingLines label={t('common.loading')} />
      ) : (
        <Week desk={desk} diary={desk.diary} begin={begin} />
      )}
    </>
  );
};

type Changing = { readonly change: 'move' | 'cancel'; readonly appointment: Appointment };
/** How another hour is chosen, or none: the same as in a call. */
export type RenderChange = (
  changing: Changing & { readonly onClose: () => void; readonly onChanged: () => Promise<void> },
) => ReactNode;
type View = 'week' | 'figures';
const views: readonly View[] = ['week', 'figures'];

/** One representative: his week, or what came of everybody's appointments. */
const Chosen = ({
  desk,
  renderChange,
  onEdit,
}: {
  readonly desk: DiaryDesk;
  readonly renderChange: RenderChange;
  readonly onEdit: () => void;
}) => {
  const { t } = useText();
  const panel = useId();
  const [view, show] = useState<View>('week');
  const [changing, begin] = useState<Changing | null>(null);
  const stop = useCallback(() => begin(null), []);
  return (
    <>
      <TabBar
        label={t('diaries.view.label')}
        names={views}
        words={(name) => t(`diaries.view.${name}`)}
        chosen={view}
        panelId={panel}
        onChoose={show}
      />
      <div id={panel} role="tabpanel" aria-labelledby={tabId(panel, view)}>
        {view === 'figures' ? (
          <Figures />
        ) : (
          <WeekPanel
            desk={desk}
            onEdit={onEdit}
            begin={(change, appointment) => begin({ change, appointment })}
          />
        )}
      </div>
      {changing === null
        ? null
        : renderChange({ ...changing, onClose: stop, onChanged: desk.again })}
    </>
  );
};

export const DiariesScreen = ({ renderChange }: { readonly renderChange: RenderChange }) => {
  const { t } = useText();
  const desk = useDiary();
  const [editing, edit] = useState<'new' | 'chosen' | null>(null);
  const { representatives, code, chosen } = desk;
  if (representatives === null)
    return (
      <main className={css('alone')}>
        {code === null ? (
          <LoadingLines label={t('common.loading')} />
        ) : (
          <EmptyState
            heading
            icon="cloud-off"
            title={t(`error.${code}`)}
            detail={t('diaries.needsHub')}
          />
        )}
      </main>
    );
  const shown = editing === 'new' ? null : chosen;
  return (
    <main className={css('screen')}>
      <Column desk={desk} onNew={() => edit('new')} />
      <div className={css('middle')}>
        {editing !== null ? (
          <RepresentativeForm
            key={`${editing} ${shown?.id}`}
            of={shown}
            desk={desk}
            onDone={() => edit(null)}
          />
        ) : null}
        {editing !== null && shown !== null ? (
          <Calendars key={shown.id} representativeId={shown.id} />
        ) : null}
        {editing === null && chosen === null ? (
          <EmptyState icon="calendar" title={t('diaries.none')} detail={t('diaries.noneDetail')} />
        ) : null}
        {editing === null && chosen !== null ? (
          <Chosen desk={desk} renderChange={renderChange} onEdit={() => edit('chosen')} />
        ) : null}
      </div>
    </main>
  );
};
