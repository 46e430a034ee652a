/** What happens to people while it runs that makes them contacts of the campaign. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { ChecksField, NumberField } from '@renderer/platform/form/fields.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type EventSource, eventKinds, eventSourceSchema } from '@shared/domain/campaign/events.ts';
import styles from '../campaigns.module.css';
import type { SettingsDesk } from './use-settings.ts';

const css = styleNames(styles);

type Limit = { readonly value: number; readonly from: number; readonly to: number };

const limitOf = (source: EventSource): Limit => {
  switch (source.kind) {
    case 'cart':
      return { value: source.minAmountCents / 100, from: 0, to: 1_000_000 };
    case 'new-customer':
      return { value: source.afterDays, from: 0, to: 90 };
    case 'vip-waiting':
      return { value: source.withinMinutes, from: 0, to: 10_080 };
    case 'contract-ending':
      return { value: source.withinDays, from: 1, to: 365 };
    case 'abandoned-call':
      return { value: source.withinHours, from: 0.25, to: 720 };
  }
};

const withLimit = (source: EventSource, value: number): EventSource => {
  switch (source.kind) {
    case 'cart':
      return { ...source, minAmountCents: Math.round(value * 100) };
    case 'new-customer':
      return { ...source, afterDays: Math.round(value) };
    case 'vip-waiting':
      return { ...source, withinMinutes: Math.round(value) };
    case 'contract-ending':
      return { ...source, withinDays: Math.round(value) };
    case 'abandoned-call':
      return { ...source, withinHours: value };
  }
};

/** While it runs: how many came of each, and how many were left out. */
const Came = ({ campaignId }: { readonly campaignId: string }) => {
  const { t, language } = useText();
  const { known } = useAsked('planning.events', { campaignId });
  const number = (value: number): string => formatNumber(value, language);
  return (
    <ul className={css('quiet')}>
      {(known?.value?.events ?? []).map(({ kind, found, added, control }) => (
        <li key={kind}>
          {t('planning.events.came', {
            event: t(`planning.events.kind.${kind}`),
            found: number(found),
            added: number(added),
            out: number(found - added - control),
          })}
        </li>
      ))}
    </ul>
  );
};

export const EventsForm = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, campaign, change } = desk;
  const { events } = settings;
  return (
    <Sheet look="wide" title={t('planning.events.title')}>
      <ChecksField
        label={t('planning.events.which')}
        hint={t('planning.events.what')}
        chosen={events.map(({ kind }) => kind)}
        options={eventKinds.map((id) => ({ id, label: t(`planning.events.kind.${id}`) }))}
        onChange={(chosen) =>
          change({
            events: eventKinds
              .filter((kind) => chosen.includes(kind))
              .map(
                (kind) =>
                  events.find((one) => one.kind === kind) ?? eventSourceSchema.parse({ kind }),
              ),
          })
        }
      />
      <div className={css('grid')}>
        {events.map((source) => (
          <NumberField
            key={source.kind}
            label={t(`planning.events.limit.${source.kind}`)}
            {...limitOf(source)}
            onChange={(value) =>
              value === null
                ? undefined
                : change({
                    events: events.map((one) => (one === source ? withLimit(source, value) : one)),
                  })
            }
          />
        ))}
      </div>
      {campaign.status === 'draft' || events.length === 0 ? null : (
        <Came campaignId={campaign.id} />
      )}
    </Sheet>
  );
};
