/** What comes next, quietly: enough to know where the talk goes, not enough to read it by mistake. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { stepsAhead } from '@shared/domain/script/run.ts';
import styles from './step-parts.module.css';

const css = styleNames(styles);
const shown = 2;

export const Ahead = ({ speech }: { readonly speech: Speech }) => {
  const { t } = useText();
  const { script, record, facts, language, plain, say } = speech;
  const next = stepsAhead(script, record, facts).slice(1, 1 + shown);
  if (next.length === 0) return null;
  return (
    <section className={css('ahead')} aria-label={t('speech.ahead')}>
      <h3>{t('speech.ahead')}</h3>
      <ol>
        {next.map((step) => (
          <li key={step.id}>
            <b>{plain(step.title, step.titles)}</b>
            <span lang={language}>
              {say(step.text)
                .map((part) => part.text)
                .join('')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
