/** Who is told of what, and what nobody took: told again, or ended. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  newSubscriptionSchema,
  type Subscription,
  webhookEvents,
} from '@shared/contracts/http/webhooks.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { useBrandNames } from './brand-names.ts';
import { Confirm, Dialog } from './dialogs.tsx';
import { ChecksField, TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { SecretOnce, type ShownSecret } from './secret-once.tsx';
import { useAdministration, useHub } from './use-administration.tsx';
import { useForm } from './use-form.ts';
import { WebhookDeliveries } from './webhook-deliveries.tsx';

const css = styleNames(styles);

const NewSubscription = ({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: ShownSecret) => void;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const { values, set, wrong, send } = useForm({
    url: 'https://',
    events: [] as string[],
    brandIds: brands.map(({ id }) => id),
  });
  const create = async () => {
    const made = await send('admin.subscribe', values, newSubscriptionSchema);
    if (made !== null) onMade({ of: made.url, secret: made.secret });
  };
  return (
    <Dialog title={t('admin.webhook.new')} onClose={onClose}>
      <div className={css('form')}>
        <div className={css('wide')}>
          <TextField
            label={t('admin.webhook.url')}
            hint={t('admin.webhook.urlHint')}
            value={values.url}
            wrong={wrong.has('url')}
            onChange={(url) => set({ url })}
          />
        </div>
        <ChecksField
          label={t('admin.webhook.events')}
          wrong={wrong.has('events')}
          chosen={values.events}
          options={webhookEvents.map((id) => ({ id, label: id }))}
          onChange={(events) => set({ events })}
        />
        <ChecksField
          label={t('admin.brands')}
          wrong={wrong.has('brandIds')}
          chosen={values.brandIds}
          options={brands.map(({ id, name }) => ({ id, label: name }))}
          onChange={(brandIds) => set({ brandIds })}
        />
        <footer>
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button look="primary" onClick={() => void create()}>
            {t('admin.create')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
};

const SubscriptionRow = ({
  one,
  onOpen,
  onSwitch,
  onEnd,
}: {
  readonly one: Subscription;
  readonly onOpen: () => void;
  readonly onSwitch: () => void;
  readonly onEnd: () => void;
}) => {
  const { t } = useText();
  const brandNames = useBrandNames();
  const name = one.url;
  return (
    <tr>
      <th scope="row">
        {one.url}
        <small>{one.events.join(', ')}</small>
      </th>
      <td>{brandNames(one.brandIds)}</td>
      <td>
        {one.active ? (
          <Tag tone="ok">{t('admin.on')}</Tag>
        ) : (
          <Tag tone="line">{t('admin.off')}</Tag>
        )}
        {one.waiting > 0 ? (
          <small>{t('admin.webhook.waiting', { count: one.waiting })}</small>
        ) : null}
        {one.dead > 0 ? (
          <small className={css('bad')}>{t('admin.webhook.dead', { count: one.dead })}</small>
        ) : null}
      </td>
      <td className={css('acts')}>
        <Button
          size="small"
          aria-label={t('admin.webhook.deliveriesOf', { url: name })}
          onClick={onOpen}
        >
          {t('admin.webhook.deliveries')}
        </Button>
        <Button
          size="small"
          aria-label={t(one.active ? 'admin.switchOffOf' : 'admin.switchOnOf', { name })}
          onClick={onSwitch}
        >
          {t(one.active ? 'admin.switchOff' : 'admin.switchOn')}
        </Button>
        <Button size="small" aria-label={t('admin.webhook.endOf', { url: name })} onClick={onEnd}>
          {t('admin.webhook.end')}
        </Button>
      </td>
    </tr>
  );
};

export const WebhooksSheet = () => {
  const { t } = useText();
  const { act } = useAdministration();
  const { known, reload } = useHub('admin.webhooks', {});
  const [making, setMaking] = useState(false);
  const [shown, setShown] = useState<ShownSecret | null>(null);
  const [open, setOpen] = useState<Subscription | null>(null);
  const [ending, setEnding] = useState<Subscription | null>(null);
  const change = async ({ id, active }: Subscription) => {
    await act('admin.change-webhook', { subscriptionId: id, change: { active: !active } });
    await reload();
  };
  return (
    <Sheet
      wide
      title={t('admin.webhook.title')}
      beside={
        <Button size="small" icon="plus" onClick={() => setMaking(true)}>
          {t('admin.webhook.new')}
        </Button>
      }
    >
      <Loaded of={known}>
        {({ subscriptions }) =>
          subscriptions.length === 0 ? (
            <EmptyState icon="outbox" title={t('admin.webhook.none')} />
          ) : (
            <table className={css('table')}>
              <tbody>
                {subscriptions.map((one) => (
                  <SubscriptionRow
                    key={one.id}
                    one={one}
                    onOpen={() => setOpen(one)}
                    onSwitch={() => void change(one)}
                    onEnd={() => setEnding(one)}
                  />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      {making ? (
        <NewSubscription
          onMade={(secret) => {
            setMaking(false);
            setShown(secret);
            void reload();
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {shown === null ? null : <SecretOnce shown={shown} onClose={() => setShown(null)} />}
      {open === null ? null : <WebhookDeliveries of={open} onClose={() => setOpen(null)} />}
      {ending === null ? null : (
        <Confirm
          title={t('admin.webhook.askEnd', { url: ending.url })}
          what={t('admin.webhook.whatEnd', { count: ending.waiting })}
          yes={t('admin.webhook.end')}
          onYes={async () => {
            await act('admin.unsubscribe', { subscriptionId: ending.id });
            await reload();
          }}
          onClose={() => setEnding(null)}
        />
      )}
    </Sheet>
  );
};
