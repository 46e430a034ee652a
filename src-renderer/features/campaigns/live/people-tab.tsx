/** Whom it calls: state, attempts, why she is over, and for each what the law says of a call at this moment. */

import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { SelectField, TextField } from '@renderer/platform/form/fields.tsx';
import { formatNumber, formatShortDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignPeople } from '@shared/contracts/http/campaign-figures.ts';
import { useState } from 'react';
import styles from './live.module.css';

const css = styleNames(styles);
const pageOf = 50;
const states = ['waiting', 'over', 'control'] as const;
type Person = CampaignPeople['people'][number];

const Verdict = ({ verdict }: Pick<Person, 'verdict'>) => {
  const { t, language } = useText();
  if (verdict === null) return <span>{t('planning.people.notAsked')}</span>;
  if (verdict.allowed || verdict.rule === null)
    return <Tag tone="ok">{t('planning.people.allowed')}</Tag>;
  const { rule, article, allowedFrom } = verdict;
  const from =
    allowedFrom === null
      ? t('planning.people.never')
      : t('planning.people.from', {
          day: formatShortDay(allowedFrom, language),
          time: formatTime(allowedFrom, language),
        });
  return (
    <>
      <Tag tone="danger">{t(`campaign.law.rule.${rule}`)}</Tag>
      <small>
        {article ?? ''} · {from}
      </small>
    </>
  );
};

const Attempts = ({ attempts }: Pick<Person, 'attempts'>) => {
  const { t, language } = useText();
  const last = attempts.at(-1);
  if (last === undefined) return <span>0</span>;
  return (
    <>
      {formatNumber(attempts.length, language)}
      <small>
        {t(`planning.result.${last.result}`)}, {formatShortDay(last.at, language)}
      </small>
    </>
  );
};

const Row = ({ person }: { readonly person: Person }) => {
  const { t, language } = useText();
  const { overBecause, promisedAt, notBefore, state } = person;
  const next = promisedAt ?? notBefore;
  const when =
    next === null
      ? ''
      : t(promisedAt === null ? 'planning.people.notBefore' : 'planning.people.promised', {
          day: formatShortDay(next, language),
          time: formatTime(next, language),
        });
  return (
    <tr>
      <th scope="row">
        {person.customerName}
        <small>{person.commune ?? ''}</small>
      </th>
      <td>
        {t(`planning.people.state.${state}`)}
        <small>{overBecause === null ? when : t(`planning.over.${overBecause}`)}</small>
      </td>
      <td>
        <Attempts attempts={person.attempts} />
      </td>
      <td>
        <Verdict verdict={person.verdict} />
      </td>
    </tr>
  );
};

const Pages = ({
  total,
  offset,
  onGo,
}: {
  readonly total: number;
  readonly offset: number;
  readonly onGo: (offset: number) => void;
}) => {
  const { t, language } = useText();
  const last = Math.min(offset + pageOf, total);
  return (
    <footer className={css('pages')}>
      <span>
        {t('planning.people.range', {
          from: formatNumber(Math.min(offset + 1, total), language),
          to: formatNumber(last, language),
          total: formatNumber(total, language),
        })}
      </span>
      {offset === 0 ? null : (
        <Button size="small" onClick={() => onGo(Math.max(0, offset - pageOf))}>
          {t('planning.people.before')}
        </Button>
      )}
      {last >= total ? null : (
        <Button size="small" onClick={() => onGo(offset + pageOf)}>
          {t('planning.people.after')}
        </Button>
      )}
    </footer>
  );
};

export const PeopleTab = ({ campaignId }: { readonly campaignId: string }) => {
  const { t } = useText();
  const [state, setState] = useState<string>('all');
  const [search, setSearch] = useState('');
  const [offset, go] = useState(0);
  const chosen = states.find((one) => one === state);
  const filter = chosen === undefined ? {} : { state: chosen };
  const { known } = useAsked('planning.people', { campaignId, ...filter, search, offset });
  const heads = ['name', 'state', 'attempts', 'law'] as const;
  return (
    <Sheet look="wide" title={t('planning.people.title')}>
      <div className={css('filters')}>
        <TextField
          label={t('planning.people.search')}
          value={search}
          onChange={(value) => {
            setSearch(value.slice(0, 80));
            go(0);
          }}
        />
        <SelectField
          label={t('planning.people.byState')}
          value={state}
          options={['all', ...states].map((id) => ({
            id,
            label: t(`planning.people.state.${id}`),
          }))}
          onChange={(value) => {
            setState(value);
            go(0);
          }}
        />
      </div>
      <Loaded of={known}>
        {({ people, total }) =>
          people.length === 0 ? (
            <EmptyState icon="customers" title={t('planning.people.none')} />
          ) : (
            <>
              <table className={css('table')} aria-label={t('planning.people.title')}>
                <thead>
                  <tr>
                    {heads.map((head) => (
                      <th key={head} scope="col">
                        {t(`planning.people.head.${head}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {people.map((person) => (
                    <Row key={person.id} person={person} />
                  ))}
                </tbody>
              </table>
              <Pages total={total} offset={offset} onGo={go} />
            </>
          )
        }
      </Loaded>
    </Sheet>
  );
};
