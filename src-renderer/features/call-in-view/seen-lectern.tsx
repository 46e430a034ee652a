/** The step that the advisor stands on, as she sees it: read only, flat, not lit, since it is not the lead's. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatLength } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useCallFacts } from '@renderer/platform/store/use-call-facts.ts';
import { wordsWith } from '@renderer/platform/store/use-speech.ts';
import { firstName } from '@renderer/platform/talk/talk-list.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import type { DeskCall } from '@shared/domain/lead-board/desk-now.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { heldVersion } from '@shared/domain/script/choice/choose-speech.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import { plainSpeech } from '@shared/domain/script/render.ts';
import { currentStep, speechPosition } from '@shared/domain/script/run.ts';
import { languagesOf, type Script } from '@shared/domain/script/script.ts';
import { type Labels, labelIn } from '@shared/domain/script/text.ts';
import styles from './call-in-view.module.css';

const css = styleNames(styles);
type Told = SeatCall['told'];
/** So long at one step is worth a look. */
const longMs = 120_000;

const nameParts = (name: string) => {
  const [first = '', ...rest] = name.split(' ');
  return { firstName: first, lastName: rest.join(' ') };
};

/** What the board says is newer; what her desktop tells knows the way to it. */
const recordOf = (live: NonNullable<DeskCall['speech']>, told: Told): SpeechRecord => {
  const { scriptId, version, stepId } = live;
  const own = told?.speech?.stepId === stepId ? told.speech : null;
  const rest = { path: [], choices: {}, ...own };
  return { fields: {}, objections: [], ...rest, scriptId, version, stepId };
};

const useSeenSpeech = (seat: Seat, call: DeskCall, told: Told, script: Script) => {
  const known = useCallFacts(
    {
      brandId: call.brandId ?? '',
      customerId: call.customerId,
      direction: call.direction,
      calledNumber: told?.calledNumber ?? null,
      queue: call.queue,
      startedAt: told?.startedAt ?? call.since,
      answeredAt: told?.answeredAt ?? null,
      draft: { reasonCode: told?.reasonCode ?? null },
    },
    nameParts(seat.name),
  );
  const wished = told?.speech?.language ?? known.spokenBy;
  const language = languagesOf(script).find((one) => one === wished) ?? script.locale;
  const facts = known.factsIn(language);
  const plain = (written: string, others?: Labels) =>
    plainSpeech(labelIn(written, others, language), facts, language);
  return { facts, language, plain, say: wordsWith(script, language, known) };
};

const Marks = ({ position, total }: { readonly position: number; readonly total: number }) => (
  <span className={css('marks')} aria-hidden="true">
    {Array.from({ length: Math.min(total, 12) }, (_, at) => at + 1).map((at) => (
      <i key={at} className={css(at < position && 'done', at === position && 'here')} />
    ))}
  </span>
);

const SinceWhen = ({ since }: { readonly since: string }) => {
  const { t } = useText();
  const lastsMs = useSecond() - Date.parse(since);
  return (
    <p className={css('since', lastsMs >= longMs && 'long')}>
      <Icon name="hourglass" size={16} />
      {t('inView.stepSince', { time: formatLength(lastsMs, t) })}
    </p>
  );
};

const Step = ({
  seat,
  call,
  live,
  told,
  script,
}: {
  readonly seat: Seat;
  readonly call: DeskCall;
  readonly live: NonNullable<DeskCall['speech']>;
  readonly told: Told;
  readonly script: Script;
}) => {
  const { t } = useText();
  const { facts, language, plain, say } = useSeenSpeech(seat, call, told, script);
  const record = recordOf(live, told);
  const step = currentStep(script, record);
  const { position, total } = speechPosition(script, record, facts);
  const knowsWay = told?.speech?.stepId === live.stepId;
  return (
    <>
      <header className={css('head')}>
        <h2>{plain(script.name, script.names)}</h2>
        <span>{t('speech.version', { version: script.version })}</span>
        <Tag icon="eye">{t('inView.readOnly')}</Tag>
        <i />
        {knowsWay ? <Marks position={position} total={total} /> : null}
        <span className="figures">
          {knowsWay
            ? t('speech.position', { title: plain(step.title, step.titles), position, total })
            : plain(step.title, step.titles)}
        </span>
      </header>
      <div aria-live="off">
        <Spoken words={say(step.text)} lang={language} />
      </div>
      <SinceWhen since={live.since} />
      {step.choices.length === 0 ? null : (
        <>
          <h3>{t('inView.sees', { name: firstName(seat.name) })}</h3>
          <ol className={css('choices')}>
            {step.choices.map((choice, at) => (
              <li key={choice.id}>
                <b aria-hidden="true">{at + 1}</b>
                <span>{plain(choice.label, choice.labels)}</span>
                {choice.consequence === undefined ? null : (
                  <small>{plain(choice.consequence, choice.consequences)}</small>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
};

export const SeenLectern = ({
  seat,
  call,
  told,
}: {
  readonly seat: Seat;
  readonly call: DeskCall;
  readonly told: Told;
}) => {
  const { t } = useText();
  const reference = useSlice('reference');
  const live = call.speech;
  const script =
    live === null || reference === undefined
      ? null
      : heldVersion(reference, { id: live.scriptId, version: live.version });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the window is scrolled by keys
    <section className={css('lectern')} aria-label={t('inView.speech')} tabIndex={0}>
      {live === null || script === null ? (
        <EmptyState
          icon="file"
          title={t(live === null ? 'inView.noSpeech' : 'inView.otherVersion')}
          detail={t(live === null ? 'inView.noSpeechDetail' : 'inView.otherVersionDetail')}
        />
      ) : (
        <Step seat={seat} call={call} live={live} told={told} script={script} />
      )}
    </section>
  );
};
