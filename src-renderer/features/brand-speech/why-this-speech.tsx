/** The version beside the speech's name; pressed, or with Alt and W, it says why this one was chosen. */
import { Popover } from '@mantine/core';
import { speechBecause } from '@renderer/platform/i18n/speech-because.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { useState } from 'react';
import styles from './step-parts.module.css';

const css = styleNames(styles);

export const WhyThisSpeech = ({
  work,
  version,
}: {
  readonly work: Pick<WorkItem, 'brandId' | 'scriptBecause' | 'experiment'>;
  readonly version: number;
}) => {
  const { t, language } = useText();
  const [open, setOpen] = useState(false);
  const brand = useBrand(work.brandId);
  const reasons = useSlice('reference')?.reasons ?? [];
  const turn = () => setOpen((now) => !now);
  useKeys([{ key: 'w', modifier: 'alt', whileTyping: 'works', act: turn }]);
  const reasonLabel = (code: string) =>
    reasons.find((one) => one.brandId === work.brandId && one.code === code)?.label[language] ??
    code;
  const because = speechBecause(
    work.scriptBecause,
    { brandName: brand?.name ?? work.brandId, reasonLabel },
    t,
  );
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      width={340}
      withinPortal
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={`figures ${css('position')}`}
          aria-keyshortcuts="Alt+W"
          aria-label={t('because.why', { version })}
          onClick={turn}
        >
          {t('speech.version', { version })}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <p>{because === '' ? t('because.unknown') : because}</p>
        {work.experiment ? <p>{t('because.trial', { arm: work.experiment.arm })}</p> : null}
      </Popover.Dropdown>
    </Popover>
  );
};
