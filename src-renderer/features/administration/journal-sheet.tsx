/** Who did and saw what, of whom; searched, and sealed as a chain. */

import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  formatDate,
  formatNumber,
  formatSecond,
  isSameDay,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { AuditPage } from '@shared/contracts/http/audit.ts';
import { useEffect, useState } from 'react';
import styles from './administration.module.css';
import { SelectField, TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useHub } from './use-administration.tsx';

const css = styleNames(styles);
type Entry = AuditPage['entries'][number];
const pauseMs = 250;
const knownActions = [
  'created',
  'changed',
  'deleted',
  'viewed',
  'looked-up',
  'handed-out',
  'erased',
  'restricted',
  'unrestricted',
  'merged',
  'parted',
  'dismissed-duplicate',
  'reported-duplicate',
  'changed-contact',
  'deleted-contact',
  'taken-in',
  'replayed',
  'given-up',
  'redelivered',
  'secret-rotated',
  'line-changed',
  'drafted',
  'published',
  'withdrawn',
  'export-asked',
  'export-cancelled',
  'exported',
  'signed-in',
  'sign-in-refused',
  'wipe-ordered',
  'wipe-withdrawn',
  'switched-off',
  'switched-on',
  'wiped',
] as const;
type KnownAction = (typeof knownActions)[number];
const isKnown = (action: string): action is KnownAction =>
  knownActions.some((one) => one === action);

const icons: { readonly [action: string]: IconName } = {
  viewed: 'customers',
  'handed-out': 'file',
  erased: 'close',
  restricted: 'lock',
  deleted: 'close',
  changed: 'pencil',
  created: 'plus',
};

const knownThings = [
  'customer',
  'law-rule',
  'interaction',
  'brand',
  'brand-rules',
  'brand-number',
  'user',
  'team',
  'source',
  'connector',
  'webhook',
  'retention',
  'device',
  'desktop-rules',
  'script',
  'hook-event',
  'export',
  'import',
] as const;

/** What it was done to: the customer's name, or the kind of thing and its key. */
const useThing = () => {
  const { t } = useText();
  return ({ entity, entityId, about }: Entry): string => {
    if (about !== null) return about;
    const known = knownThings.find((one) => one === entity);
    const kind = known === undefined ? entity : t(`admin.journal.thing.${known}`);
    return [kind, entityId].filter(Boolean).join(' ');
  };
};

const detailOf = ({ detail }: Entry): string =>
  detail === null || typeof detail !== 'object'
    ? ''
    : Object.entries(detail)
        .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
        .join(' · ');

const Line = ({ entry, now }: { readonly entry: Entry; readonly now: number }) => {
  const { t, language } = useText();
  const thing = useThing();
  const at = isSameDay(entry.at, now)
    ? formatSecond(entry.at, language)
    : `${formatDate(entry.at, language).slice(0, 5)} ${formatSecond(entry.at, language).slice(0, 5)}`;
  return (
    <li>
      <time dateTime={entry.at}>{at}</time>
      <Icon name={icons[entry.action] ?? 'info'} size={17} />
      <span>
        <b>{entry.who ?? t('admin.journal.hub')}</b>{' '}
        {isKnown(entry.action) ? t(`admin.journal.did.${entry.action}`) : entry.action}{' '}
        {thing(entry)}
      </span>
      <em>{detailOf(entry)}</em>
    </li>
  );
};

const Chain = () => {
  const { t, language } = useText();
  const { known } = useHub('admin.journal-chain', {});
  if (known === null || !('value' in known)) return null;
  const { brokenAt, entries, unsealed } = known.value;
  return brokenAt === null ? (
    <Tag tone="ok" icon="check">
      {t('admin.journal.whole', {
        number: formatNumber(entries, language),
        unsealed: formatNumber(unsealed, language),
      })}
    </Tag>
  ) : (
    <Tag tone="danger" icon="alert">
      {t('admin.journal.broken', { seq: brokenAt })}
    </Tag>
  );
};

/** What is typed, once she pauses. */
const usePaused = (text: string): string => {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return paused;
};

const Entries = ({ page }: { readonly page: AuditPage }) => {
  const { t } = useText();
  const now = useMinute();
  if (page.entries.length === 0)
    return <EmptyState icon="search" title={t('admin.journal.none')} />;
  return (
    <ul className={css('log')} aria-label={t('admin.tab.journal')}>
      {page.entries.map((entry) => (
        <Line key={entry.id} entry={entry} now={now} />
      ))}
    </ul>
  );
};

export const JournalSheet = ({ look = 'full' }: { readonly look?: 'full' | 'glance' }) => {
  const { t } = useText();
  const [text, setText] = useState('');
  const [action, setAction] = useState('');
  const [before, setBefore] = useState<number | null>(null);
  const asked = usePaused(text).trim();
  const { known } = useHub('admin.journal', {
    limit: look === 'full' ? 100 : 6,
    ...(asked === '' ? {} : { text: asked }),
    ...(action === '' ? {} : { action }),
    ...(before === null ? {} : { before }),
  });
  const options = [
    { id: '', label: t('admin.journal.allActions') },
    ...knownActions.map((id) => ({ id, label: t(`admin.journal.did.${id}`) })),
  ];
  return (
    <Sheet wide={look === 'full'} title={t('admin.tab.journal')} beside={<Chain />}>
      <div className={css('filters')}>
        <TextField
          label={t('admin.journal.search')}
          value={text}
          onChange={(value) => {
            setBefore(null);
            setText(value);
          }}
        />
        {look === 'full' ? (
          <SelectField
            label={t('admin.journal.action')}
            value={action}
            options={options}
            onChange={(value) => {
              setBefore(null);
              setAction(value);
            }}
          />
        ) : null}
      </div>
      <Loaded of={known}>
        {(page) => (
          <>
            <Entries page={page} />
            {look === 'full' ? (
              <p className={css('under')}>
                {before === null ? (
                  <i />
                ) : (
                  <Button size="small" onClick={() => setBefore(null)}>
                    {t('admin.fromStart')}
                  </Button>
                )}
                {page.next === null ? null : (
                  <Button size="small" onClick={() => setBefore(page.next)}>
                    {t('admin.journal.older')}
                  </Button>
                )}
              </p>
            ) : null}
          </>
        )}
      </Loaded>
    </Sheet>
  );
};
