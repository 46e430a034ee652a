/** The diaries of the representatives, for those who make campaigns. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useState } from 'react';
import { Calendars } from './calendars.tsx';
import styles from './diaries.module.css';
import { RepresentativeForm } from './representative-form.tsx';
import { type DiaryDesk, useDiary } from './use-diary.ts';
import { Week } from './week.tsx';

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

export const DiariesScreen = () => {
  const { t } = useText();
  const desk = useDiary();
  const [editing, edit] = useState<'new' | 'chosen' | null>(null);
  const { representatives, code, chosen, diary } = desk;
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
          <>
            <WeekHead desk={desk} onChange={() => edit('chosen')} />
            {diary === null ? (
              <LoadingLines label={t('common.loading')} />
            ) : (
              <Week desk={desk} diary={diary} />
            )}
          </>
        ) : null}
      </div>
    </main>
  );
};
