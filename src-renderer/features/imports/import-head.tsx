/** Which file this is, how far it is, and what comes next. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import { Fragment } from 'react';
import styles from './imports.module.css';
import type { ImportDesk } from './use-imports.ts';

const css = styleNames(styles);

const steps = ['file', 'columns', 'try', 'run'] as const;
const stepOf: { readonly [state in ImportView['state']]: number } = {
  reading: 0,
  unreadable: 0,
  ready: 1,
  trying: 2,
  tried: 2,
  running: 3,
  done: 4,
  cancelled: 4,
  undoing: 4,
  undone: 4,
};

const Steps = ({ at }: { readonly at: number }) => {
  const { t } = useText();
  return (
    <ol className={css('flow')} aria-label={t('imports.step.label')}>
      {steps.map((step, place) => (
        <Fragment key={step}>
          {place === 0 ? null : (
            <li aria-hidden="true">
              <Icon name="chevron-right" size={15} />
            </li>
          )}
          <li
            className={css(place === at && 'current')}
            aria-current={place === at ? 'step' : undefined}
          >
            {place < at ? <Icon name="check" size={15} /> : null}
            {place === at && step === 'try' ? <Icon name="wand" size={15} /> : null}
            {t(`imports.step.${step}`)}
          </li>
        </Fragment>
      ))}
    </ol>
  );
};

export type HeadActs = {
  readonly tryIt: (() => void) | null;
  readonly run: (() => void) | null;
};

export const ImportHead = ({
  desk,
  lines,
  acts,
  onClose,
}: {
  readonly desk: ImportDesk;
  readonly lines: number;
  readonly acts: HeadActs;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  const { view, step } = desk;
  const brand = useBrand(view.brandId);
  const told = {
    file: view.fileName,
    lines: formatNumber(view.lines, language),
    brand: brand?.name ?? view.brandId,
  };
  const again = view.state === 'tried' ? 'tryAgain' : 'try';
  const runWord = view.state === 'done' ? 'rest' : 'run';
  return (
    <header className={css('head')}>
      <div className={css('title')}>
        <h1>{t('imports.title')}</h1>
        <small>{t('imports.fileLine', told)}</small>
      </div>
      <Steps at={stepOf[view.state]} />
      <i />
      <Button look="ghost" keys={['Esc']} aria-keyshortcuts="Escape" onClick={onClose}>
        {t('imports.back')}
      </Button>
      {view.state === 'ready' || view.state === 'tried' ? (
        <Button look="ghost" onClick={() => void step('cancel')}>
          {t('imports.discard')}
        </Button>
      ) : null}
      {acts.tryIt === null ? null : (
        <Button
          look={view.state === 'tried' ? 'ghost' : 'primary'}
          keys={['R']}
          aria-keyshortcuts="R"
          onClick={acts.tryIt}
        >
          {t(`imports.${again}`)}
        </Button>
      )}
      {acts.run === null ? null : (
        <Button
          look="primary"
          keys={['Ctrl', '↵']}
          aria-keyshortcuts="Control+Enter"
          onClick={acts.run}
        >
          {t(`imports.${runWord}`, { lines: formatNumber(lines, language) })}
        </Button>
      )}
    </header>
  );
};
