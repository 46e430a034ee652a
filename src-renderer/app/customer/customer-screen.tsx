/** A customer outside a call: the same person and the same thread; every number calls. */
import { AppointmentsCard } from '@renderer/features/booking/appointments-card.tsx';
import { CustomerColumn } from '@renderer/features/customer-360/customer-column.tsx';
import { TimelineColumn } from '@renderer/features/timeline/timeline-column.tsx';
import { MessagePane } from '@renderer/features/written/message-pane.tsx';
import { WriteFoot } from '@renderer/features/written/write-foot.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { KnownCustomer } from '@renderer/platform/store/engine-store.ts';
import {
  useCustomer,
  useOffline,
  useScreen,
  useServices,
} from '@renderer/platform/store/services.tsx';
import { useBeginMessage, useWriting } from '@renderer/platform/store/use-message.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import { useCallback, useEffect, useState } from 'react';
import { Panel } from '../frame/panel.tsx';
import styles from './customer-screen.module.css';

const css = styleNames(styles);

/** Asks the engine to open the customer; what it then says of her comes by the projection. */
const useOpened = (customerId: string | null) => {
  const { client } = useServices();
  const live = useCustomer(customerId);
  const [opened, setOpened] = useState<KnownCustomer | 'unknown' | null>(null);
  useEffect(() => {
    setOpened(null);
    if (customerId === null) return;
    let current = true;
    void client.request('customer.open', { customerId }).then((answer) => {
      if (current) setOpened(answer.ok && answer.value !== null ? answer.value : 'unknown');
    });
    return () => {
      current = false;
    };
  }, [client, customerId]);
  return live ?? opened;
};

const Opened = ({ known }: { readonly known: KnownCustomer }) => {
  const offline = useOffline();
  const { customer, interactions } = known.bundle;
  const brandId = customer.relations[0]?.brandId ?? interactions[0]?.brandId ?? '';
  const brand = useBrand(brandId);
  const begin = useBeginMessage();
  const isWriting = useWriting()?.item.customerId === customer.id;
  const answer = useCallback(
    ({ id: inReplyTo, customerId, brandId: its, caseId }: Interaction) => {
      if (customerId !== null) void begin({ customerId, brandId: its, inReplyTo, caseId });
    },
    [begin],
  );
  return (
    <main className={css('screen', isWriting && 'writing')} {...useBrandColors(brand)}>
      <Panel name="customer" resetKey={customer.id}>
        <CustomerColumn
          bundle={known.bundle}
          brandId={brandId}
          caseAct={null}
          diary={<AppointmentsCard customer={customer} brandId={brandId} />}
        />
      </Panel>
      <div className={css('sheet')}>
        <Panel name="thread" resetKey={customer.id}>
          <TimelineColumn
            interactions={interactions}
            brandId={brandId}
            work={null}
            staleSince={offline ? known.freshAt : null}
            onReply={answer}
            foot={
              isWriting ? null : (
                <WriteFoot
                  customerId={customer.id}
                  name={formalName(customer, customer.language)}
                  brandId={brandId}
                  caseId={null}
                />
              )
            }
          />
        </Panel>
      </div>
      {isWriting ? (
        <div className={css('sheet', 'message')}>
          <Panel name="message" resetKey={customer.id}>
            <MessagePane bundle={known.bundle} stepWords={null} reasonCode={null} />
          </Panel>
        </div>
      ) : null}
    </main>
  );
};

export const CustomerScreen = () => {
  const { t } = useText();
  const customerId = useScreen((state) => state.customerId);
  const offline = useOffline();
  const opened = useOpened(customerId);
  if (customerId === null)
    return (
      <main>
        <EmptyState
          heading
          icon="search"
          title={t('customers.empty')}
          detail={t('customers.emptyDetail')}
        />
      </main>
    );
  if (opened === null)
    return (
      <main className={css('loading')}>
        <LoadingLines label={t('common.loading')} />
      </main>
    );
  if (opened === 'unknown')
    return (
      <main>
        <EmptyState
          heading
          icon="user-unknown"
          title={t('customers.unknown')}
          detail={t(offline ? 'customers.unknownOffline' : 'customers.unknownAsked')}
        />
      </main>
    );
  return <Opened key={opened.bundle.customer.id} known={opened} />;
};
