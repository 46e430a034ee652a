/** In the wrap-up: what the speech sends along, and what was said of what had to be said. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { type Speech, useSpeech } from '@renderer/platform/store/use-speech.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { effectsOf } from '@shared/domain/script/effects.ts';
import { passagesMet, setSaid } from '@shared/domain/script/trace.ts';
import styles from './step-parts.module.css';

const css = styleNames(styles);

type Row = { readonly key: string; readonly icon: IconName; readonly text: string };

const useRows = (speech: Speech): readonly Row[] => {
  const { t } = useText();
  const { consents, fills, actions } = effectsOf(speech.script, speech.record);
  return [
    ...consents.map(
      ({ stepId, fieldId, answer, ask }): Row => ({
        key: `consent ${stepId} ${fieldId}`,
        icon: answer === 'yes' ? 'check' : 'opposed',
        text: t(`speech.review.consent.${answer === 'yes' ? 'yes' : ask.onRefusal}`, {
          purpose: ask.purpose,
          channel: t(`channel.${ask.channel}`),
        }),
      }),
    ),
    ...fills.map(
      ({ target, label, value }): Row => ({
        key: `fill ${target} ${label}`,
        icon: 'pencil',
        text: t('speech.review.fill', { label, value }),
      }),
    ),
    ...actions.flatMap(({ step, action }): Row[] =>
      action.type === 'send-document'
        ? [
            {
              key: `document ${step.id}`,
              icon: 'file',
              text: t('speech.review.document', {
                name: speech.plain(action.name, action.labels),
                channel: t(`channel.${action.channel}`),
              }),
            },
          ]
        : [],
    ),
  ];
};

const Passages = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const met = passagesMet(speech.script, speech.record);
  return met.map(({ step, said }) => (
    <li key={step.id}>
      <Icon name={said === 'yes' ? 'check' : 'alert'} size={16} />
      <span>
        {(step.passages ?? []).map((one) => t(`speech.passage.${one}`)).join(', ')}
        <small>{speech.plain(step.title, step.titles)}</small>
      </span>
      <button
        type="button"
        aria-pressed={said === 'yes'}
        onClick={() =>
          speech.note((record) => setSaid(record, step.id, said === 'yes' ? 'no' : 'yes'))
        }
      >
        {t(said === 'yes' ? 'speech.review.said' : 'speech.review.unsaid')}
      </button>
    </li>
  ));
};

export const SpeechReview = ({ work }: { readonly work: WorkItem }) => {
  const speech = useSpeech(work);
  return speech === null || work.draft.speech === null ? null : <Review speech={speech} />;
};

const Review = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const rows = useRows(speech);
  if (rows.length === 0 && passagesMet(speech.script, speech.record).length === 0) return null;
  return (
    <section className={css('review')} aria-label={t('speech.review.title')}>
      <h3>{t('speech.review.title')}</h3>
      <ul>
        {rows.map(({ key, icon, text }) => (
          <li key={key}>
            <Icon name={icon} size={16} />
            <span>{text}</span>
          </li>
        ))}
        <Passages speech={speech} />
      </ul>
    </section>
  );
};
