/** Beside the floor: what a lead decides for a team of hers, and what came of it. */
import { SelectField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { BoardTeam } from '@shared/contracts/live/board-state.ts';
import { useId, useState } from 'react';
import { AlertLog } from './alert-log.tsx';
import { AlertRulesForm } from './alert-rules-form.tsx';
import styles from './board.module.css';
import { ThresholdsForm } from './thresholds-form.tsx';

const css = styleNames(styles);
const parts = ['thresholds', 'alerts', 'log'] as const;

export const SettingsPanel = ({
  teams,
  firstId,
  onDone,
}: {
  readonly teams: readonly BoardTeam[];
  /** The team that is looked at. */
  readonly firstId: string;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const panelId = useId();
  const [part, setPart] = useState<(typeof parts)[number]>('thresholds');
  const [teamId, setTeamId] = useState(firstId);
  const team = teams.find(({ id }) => id === teamId)?.name ?? '';
  return (
    <aside className={css('panel')} aria-label={t('board.thresholds')}>
      <header>
        <h2>{t('board.thresholdsOf', { team })}</h2>
      </header>
      {teams.length < 2 ? null : (
        <SelectField
          label={t('board.team')}
          value={teamId}
          options={teams.map(({ id, name }) => ({ id, label: name }))}
          onChange={setTeamId}
        />
      )}
      <TabBar
        label={t('board.thresholds')}
        names={parts}
        words={(name) => t(`alert.part.${name}`)}
        chosen={part}
        panelId={panelId}
        onChoose={setPart}
      />
      <div
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(panelId, part)}
        className={css('part')}
      >
        {part === 'thresholds' ? <ThresholdsForm key={teamId} {...{ teamId, onDone }} /> : null}
        {part === 'alerts' ? <AlertRulesForm key={teamId} {...{ teamId, onDone }} /> : null}
        {part === 'log' ? <AlertLog teamId={teamId} /> : null}
      </div>
    </aside>
  );
};
