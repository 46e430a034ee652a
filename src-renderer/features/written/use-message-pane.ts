/** What the composer knows of the message, and what she can do with it. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  useOffline,
  useRequest,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import type { Writing } from '@renderer/platform/store/use-message.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type MessageFault, messageFault } from '@shared/domain/message/message-fault.ts';
import { type MessageWay, messageWays } from '@shared/domain/message/message-ways.ts';
import { useState } from 'react';
import { useAvoided } from './use-avoided.ts';

export const useMessagePane = (writing: Writing, bundle: CustomerBundle) => {
  const { item, draft, edit, revision } = writing;
  const request = useRequest();
  const { screen, clock } = useServices();
  const offline = useOffline();
  const nowMs = useMinute();
  const [fault, setFault] = useState<MessageFault | null>(null);
  const { brandId, inReplyTo } = item;
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId)?.knowledge;
  const answered = bundle.interactions.find(({ id }) => id === inReplyTo) ?? null;
  const avoided = useAvoided(draft, brandId, bundle.customer.language === 'en' ? 'en' : 'fr');
  const isHeld = avoided.some(({ severity }) => severity === 'block');
  const ways = messageWays(bundle, answered, { brandId, rules, nowMs });
  const way = ways.find(({ channel }) => channel === draft.channel) ?? null;
  const choose = ({ channel, addresses }: MessageWay) => {
    setFault(null);
    edit({ channel, to: addresses[0] ?? null });
  };
  const send = async (): Promise<void> => {
    if (isHeld) return;
    const found = messageFault(draft, { ...bundle, brandId, nowMs: clock.now() });
    setFault(found);
    if (found !== null) return;
    const sent = await request('messages.send', {
      messageId: item.id,
      revision: revision + 1,
      draft,
    });
    if (!sent.ok) return;
    const { customerId } = item;
    const written = { customerId, channel: draft.channel, at: clock.now(), waits: offline };
    screen.setState({ messageId: null, written });
  };
  return {
    answered,
    ways,
    way,
    fault,
    avoided,
    isHeld,
    choose,
    change: (change: Parameters<typeof edit>[0]) => {
      setFault(null);
      edit(change);
    },
    send: () => void send(),
    close: () => screen.setState({ messageId: null }),
    drop: () => {
      screen.setState({ messageId: null });
      void request('messages.drop', { messageId: item.id });
    },
  };
};

export type MessagePaneState = ReturnType<typeof useMessagePane>;
