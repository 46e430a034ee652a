/** Nobody sure yet: only what the call itself says, and that nothing is attached to anyone. */
import { IvrLine } from '@renderer/platform/call/ivr-line.tsx';
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallerMatch } from '@shared/contracts/engine/caller-view.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { ReactNode } from 'react';
import styles from './caller.module.css';

const css = styleNames(styles);

type Fact = { readonly icon: IconName; readonly words: string };

/** Who of them was last on the telephone with this number. */
const lastCallerOf = (match: CallerMatch) => {
  if (match.status !== 'several') return null;
  const called = match.candidates.flatMap(({ name, lastCallAt: at }) =>
    at === null ? [] : [{ name, at }],
  );
  return called.sort((one, other) => (one.at < other.at ? 1 : -1)).at(0) ?? null;
};

/** Several people of one roof. */
const isHousehold = (match: CallerMatch): boolean =>
  match.status === 'several' &&
  match.candidates.some(({ standing }) => standing?.is === 'same-address');

/** Title and sentence by what is known; a hidden number says so and shows no number. */
const wordsOf = (match: CallerMatch): string => {
  if (match.status === 'none') return `none.${match.lookup}`;
  if (isHousehold(match)) return 'household';
  return match.status;
};

const useFacts = ({ match, direction, calledLabel, numberDisplay: number }: WorkItem): Fact[] => {
  const { t, language } = useText();
  const last = lastCallerOf(match);
  if (match.status === 'hidden') return [{ icon: 'lock', words: t('caller.fact.hidden') }];
  const ours = calledLabel === null ? [] : [{ icon: 'inbound' as const, label: calledLabel }];
  const called = direction === 'inbound' ? 'called' : 'shown';
  return [
    {
      icon: 'phone',
      words: t(`caller.fact.${direction === 'inbound' ? 'from' : 'to'}`, { number }),
    },
    ...ours.map(({ icon, label }) => ({ icon, words: t(`caller.fact.${called}`, { label }) })),
    ...(last === null
      ? []
      : [
          {
            icon: 'clock' as const,
            words: t('caller.fact.last', {
              date: formatShortDay(last.at, language),
              name: last.name,
            }),
          },
        ]),
  ];
};

export const CallerColumn = ({
  work,
  children,
}: {
  readonly work: WorkItem;
  readonly children?: ReactNode;
}) => {
  const { t } = useText();
  const { match } = work;
  const count = match.status === 'several' ? match.candidates.length : 0;
  const facts = useFacts(work);
  const outbound = work.direction === 'outbound' && match.status !== 'one';
  return (
    <section className={css('column')} aria-label={t('c360.label')}>
      <header>
        <h1>
          {match.status === 'colleague'
            ? work.customerName
            : t(`caller.${outbound ? 'calledTitle' : 'title'}.${match.status}`, { count })}
        </h1>
        <p className={css('lead')}>
          {t(
            `caller.${outbound && match.status === 'several' ? 'calledLead' : 'lead'}.${wordsOf(match)}`,
          )}
        </p>
      </header>
      <h2 className={css('label')}>{t('caller.alreadySaid')}</h2>
      <ul className={css('facts')}>
        {facts.map(({ icon, words }) => (
          <li key={words}>
            <Icon name={icon} />
            <span>{words}</span>
          </li>
        ))}
      </ul>
      <IvrLine ivr={work.ivr} />
      {children}
      {match.status === 'colleague' ? null : (
        <p className={css('foot')}>
          <Icon name="info" size={17} />
          {t('caller.attachedToNobody')}
        </p>
      )}
    </section>
  );
};
