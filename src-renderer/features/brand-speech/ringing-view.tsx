/** Before she answers: why they may be calling, and her first words (design, principle 1). */

import { IvrLine } from '@renderer/platform/call/ivr-line.tsx';
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDelay } from '@renderer/platform/i18n/format-time.ts';
import { reasonWords } from '@renderer/platform/i18n/reason-words.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { type Speech, useSpeech } from '@renderer/platform/store/use-speech.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './speech.module.css';

const css = styleNames(styles);

const shownReasons = 3;

/** A promise may lie ahead, everything else lies behind. */
const whenWords = (aheadMs: number, t: Say): string =>
  aheadMs > 0
    ? t('ringing.in', { time: formatDelay(aheadMs, t) })
    : t('ringing.ago', { time: formatDelay(-aheadMs, t) });

const Reasons = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const now = useMinute();
  if (work.likelyReasons.length === 0 && work.campaign !== undefined) return null;
  if (work.likelyReasons.length === 0)
    return <p className={css('noReason')}>{t('ringing.noReason')}</p>;
  return (
    <ol className={css('reasons')}>
      {work.likelyReasons.slice(0, shownReasons).map((reason) => {
        const at = reason.at === null ? null : Date.parse(reason.at);
        const { headline, subject } = reasonWords(reason, now, t);
        const facts = [
          subject === null ? null : t(`ringing.kind.${reason.kind}`),
          subject === null || reason.channel === null ? null : t(`channel.${reason.channel}`),
          at === null ? null : whenWords(at - now, t),
        ];
        return (
          <li key={`${reason.kind} ${reason.title} ${reason.at}`}>
            <b>{subject ?? headline}</b>
            <small>{facts.filter(Boolean).join(' · ')}</small>
            <Tag tone={reason.verdict === 'almost-sure' ? 'ink' : 'plain'}>
              {t(`ringing.verdict.${reason.verdict}`)}
            </Tag>
          </li>
        );
      })}
    </ol>
  );
};

/** The first sentence: without a name while it is not known whose name it would be. */
export const FirstWords = ({
  speech,
  known,
}: {
  readonly speech: Speech;
  readonly known: 'one-customer' | 'nobody-sure';
}) => {
  const { t } = useText();
  const { script, say } = speech;
  const words = say(known === 'one-customer' ? script.opening : script.openingUnknown);
  return (
    <>
      <div className={css('sub')}>
        <h3>
          {known === 'one-customer' ? t('ringing.firstWords') : t('ringing.firstWordsNoName')}
        </h3>
      </div>
      <Spoken words={words} lang={script.locale} />
      {words.some((word) => word.exact) ? (
        <p className={css('exactNote')}>
          <Icon name="lock" size={15} />
          {t('speech.exact')}
        </p>
      ) : null}
    </>
  );
};

export const RingingView = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const speech = useSpeech(work);
  const inbound = work.direction === 'inbound';
  return (
    <div className={css('step')}>
      <header className={css('head')}>
        <h2>{inbound ? t('ringing.why') : t('ringing.whyYouCall')}</h2>
      </header>
      {work.campaign === undefined ? null : (
        <p className={css('campaign')}>
          <Icon name="campaign" size={18} />
          {t('call.ofCampaign', { campaign: work.campaign })}
        </p>
      )}
      <Reasons work={work} />
      <IvrLine ivr={work.ivr} />
      {speech === null ? (
        <EmptyState icon="file" title={t('speech.none')} detail={t('speech.noneDetail')} />
      ) : (
        <>
          <FirstWords
            speech={speech}
            known={work.customerId === null ? 'nobody-sure' : 'one-customer'}
          />
          <p className={css('foot')}>
            {t('ringing.opens', { name: speech.script.name, version: speech.script.version })}
          </p>
        </>
      )}
    </div>
  );
};
