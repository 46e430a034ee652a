/** What may be sent of an article to whom she talks with, by which way, with which word before it. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  useCustomer,
  useOffline,
  useRequest,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { Article } from '@shared/domain/article/article.ts';
import { composeMessage, type SendingChannel } from '@shared/domain/article/article-message.ts';
import { type SendingWay, sendingWays } from '@shared/domain/article/sending-ways.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import { useState } from 'react';

type Sent = { readonly channel: SendingChannel; readonly at: number; readonly waits: boolean };

export type Sending = {
  /** Why nothing can be sent: i18n key under `knowledge.notSent`. */
  readonly refusal: 'internal' | 'nobody' | 'training' | 'no-address' | null;
  readonly ways: readonly SendingWay[];
  readonly chosen: SendingWay | null;
  /** Whether an SMS carries the address of the open page. */
  readonly linked: boolean;
  readonly greeting: string;
  readonly preview: string;
  readonly copied: boolean;
  readonly sent: Sent | null;
  readonly choose: (channel: SendingChannel) => void;
  /** To the next way that is allowed, or the one before. */
  readonly step: (by: 1 | -1) => void;
  readonly greet: (words: string) => void;
  readonly copy: () => void;
  readonly send: () => void;
};

const hello = { fr: 'Bonjour', en: 'Hello' } as const;

const useWays = (article: Article, work: WorkItem | null) => {
  const known = useCustomer(work?.customerId);
  const nowMs = useMinute();
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === article.brandId);
  const knowledge = rules?.knowledge;
  const { brandId } = article;
  const ways =
    known === undefined ? [] : sendingWays(known.bundle, { brandId, rules: knowledge, nowMs });
  const linked =
    article.audience === 'open' && knowledge?.openPage === true && knowledge.pageUrl !== null;
  return { customer: known?.bundle.customer, ways, linked, rules: knowledge };
};

const refusalOf = (
  article: Article,
  work: WorkItem | null,
  { customer, ways }: Pick<ReturnType<typeof useWays>, 'customer' | 'ways'>,
): Sending['refusal'] => {
  if (article.customer === null) return 'internal';
  if (work?.training === true) return 'training';
  if (customer === undefined) return 'nobody';
  return ways.length === 0 ? 'no-address' : null;
};

export const useSending = (article: Article, work: WorkItem | null): Sending => {
  const request = useRequest();
  const { clock } = useServices();
  const offline = useOffline();
  const { customer, ways, linked, rules } = useWays(article, work);
  const [wanted, choose] = useState<SendingChannel | null>(null);
  const [typed, greet] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const usual =
    customer === undefined
      ? ''
      : `${hello[article.language]} ${formalName(customer, article.language)},`;
  const greeting = typed ?? usual;
  const allowed = ways.filter((way) => way.allowed);
  const chosen = allowed.find(({ channel }) => channel === wanted) ?? allowed[0] ?? null;
  const refusal = refusalOf(article, work, { customer, ways });
  const compose = (words: string) =>
    composeMessage(article, chosen?.channel ?? 'email', { greeting: words, rules })?.text ?? '';
  const { id: articleId, version, brandId } = article;
  const send = async () => {
    if (refusal !== null || chosen === null || work?.customerId == null) return;
    const { channel } = chosen;
    const about = { articleId, customerId: work.customerId, channel, greeting };
    const caseId = work.draft.case?.mode === 'continue' ? work.draft.case.caseId : null;
    const answer = await request('articles.send', { ...about, caseId, threadId: null });
    if (answer.ok) setSent({ channel, at: clock.now(), waits: offline });
  };
  const copy = async () => {
    await navigator.clipboard.writeText(compose(greeting));
    setCopied(true);
    void request('articles.note', { kind: 'copied', articleId, version, brandId });
  };
  return {
    refusal,
    ways,
    chosen,
    linked,
    greeting,
    preview: compose(greeting),
    copied,
    sent,
    choose,
    step: (by) => {
      const at = allowed.findIndex(({ channel }) => channel === chosen?.channel);
      choose(allowed[(at + by + allowed.length) % allowed.length]?.channel ?? null);
    },
    greet,
    copy: () => void copy(),
    send: () => void send(),
  };
};
