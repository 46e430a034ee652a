/** One advisor's own figures: hers; to her lead those of one of the team, two days later, never a list of them. */
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { type FigureColumn, FigureTable } from '@renderer/ui/parts/figure-table.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Coaching as Figures } from '@shared/contracts/http/speech-measures.ts';
import type { User } from '@shared/domain/user/user.ts';
import { useEffect, useId, useState } from 'react';
import { MeanFigure, RateFigure } from './figures.tsx';
import styles from './speech-measures.module.css';

const css = styleNames(styles);

const useCoaching = (userId: string | null): Figures | null => {
  const { client } = useServices();
  const [known, setKnown] = useState<Figures | null>(null);
  useEffect(() => {
    let current = true;
    setKnown(null);
    if (userId !== null)
      void client.request('speeches.coaching', { userId }).then((answer) => {
        if (current && answer.ok) setKnown(answer.value);
      });
    return () => {
      current = false;
    };
  }, [client, userId]);
  return known;
};

const Looks = ({ looks }: Pick<Figures, 'looks'>) => {
  const { t, language } = useText();
  const users = useSlice('reference')?.users ?? [];
  const nameOf = (id: string) => {
    const user = users.find((one) => one.id === id);
    return user === undefined ? '–' : `${user.firstName} ${user.lastName}`;
  };
  if (looks.length === 0) return <p className={css('under')}>{t('speechMeasures.noLooks')}</p>;
  return (
    <ul className={css('looks')}>
      {looks.map(({ by, at }) => (
        <li key={at}>
          {t('speechMeasures.look', { name: nameOf(by), day: formatShortDay(at, language) })}
        </li>
      ))}
    </ul>
  );
};

const Table = ({ speeches }: Pick<Figures, 'speeches'>) => {
  const { t, language } = useText();
  const columns: Omit<FigureColumn<Figures['speeches'][number]>, 'head'>[] = [
    { id: 'speech', cell: ({ name }) => name },
    {
      id: 'calls',
      cell: ({ calls }) => formatNumber(calls, language),
      digits: 'aligned',
    },
    { id: 'unsaid', cell: ({ skipped }) => <RateFigure rate={skipped} /> },
    { id: 'reached', cell: ({ reached }) => <RateFigure rate={reached} /> },
    { id: 'length', cell: ({ minutes }) => <MeanFigure mean={minutes} unit="minutes" /> },
  ];
  return (
    <FigureTable
      label={t('speechMeasures.coachingTable')}
      columns={columns.map((one) => ({ ...one, head: t(`speechMeasures.head.${one.id}`) }))}
      rows={speeches}
      keyOf={({ scriptId }) => scriptId}
    />
  );
};

export const Coaching = ({ user }: { readonly user: User }) => {
  const { t } = useText();
  const id = useId();
  const users = useSlice('reference')?.users ?? [];
  const [chosen, setChosen] = useState<string | null>(user.role === 'advisor' ? user.id : null);
  const figures = useCoaching(chosen);
  const team = users.filter((one) => one.role === 'advisor' && one.teamId === user.teamId);
  return (
    <section className={css('sheet')} aria-label={t('speechMeasures.coaching')}>
      <h2>{t(user.role === 'advisor' ? 'speechMeasures.mine' : 'speechMeasures.coaching')}</h2>
      <p className={css('under')}>
        {t(user.role === 'advisor' ? 'speechMeasures.mineFirst' : 'speechMeasures.afterHer')}
      </p>
      {user.role === 'advisor' ? null : (
        <p>
          <label htmlFor={id}>{t('speechMeasures.whom')}</label>{' '}
          <select
            id={id}
            value={chosen ?? ''}
            onChange={(event) => setChosen(event.currentTarget.value || null)}
          >
            <option value="">–</option>
            {team.map((one) => (
              <option key={one.id} value={one.id}>{`${one.firstName} ${one.lastName}`}</option>
            ))}
          </select>
        </p>
      )}
      {figures === null ? null : <Table speeches={figures.speeches} />}
      {figures !== null && figures.userId === user.id ? <Looks looks={figures.looks} /> : null}
    </section>
  );
};
