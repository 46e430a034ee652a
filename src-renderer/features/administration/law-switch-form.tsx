/** What will happen when a rule of law is set aside, until when and why; and back. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import {
  type LawRule,
  type LawSwitch,
  longestSwitchDays,
  switchReasonSchema,
} from '@shared/contracts/http/law.ts';
import { instantOf, localDateOf, nextDay } from '@shared/domain/calendar/zoned-time.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { useState } from 'react';
import { Dialog } from './dialogs.tsx';
import { TextField } from './fields.tsx';
import { useAdministration } from './use-administration.tsx';

/** The rules hold by the metropole's days; so does an end of one. */
const zone = 'Europe/Paris';
const usualDays = 7;
const dayMs = 86_400_000;

const isoDay = (ms: number): string => {
  const { year, month, day } = localDateOf(ms, zone);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
};

const endOf = (day: string, nowMs: number): string | null => {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  if (Number.isNaN(Date.parse(day))) return null;
  const ms = instantOf(nextDay({ year, month, day: date }), 0, zone);
  return ms > nowMs && ms <= nowMs + longestSwitchDays * dayMs ? toInstant(ms) : null;
};

export const LawSwitchForm = ({
  rule: { rule, switchedOff },
  onDone,
  onClose,
}: {
  readonly rule: LawRule;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { clock } = useServices();
  const { act } = useAdministration();
  const nowMs = clock.now();
  const [day, setDay] = useState(isoDay(nowMs + usualDays * dayMs));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isOn = switchedOff === null;
  const until = endOf(day, nowMs);
  const why = switchReasonSchema.safeParse(reason);
  const name = t(`admin.law.rule.${rule}`);
  const confirm = async () => {
    setTried(true);
    if (!why.success || (isOn && until === null)) return;
    const given: LawSwitch =
      isOn && until !== null
        ? { on: false, reason: why.data, until }
        : { on: true, reason: why.data };
    const done = await act('admin.switch-law-rule', { rule, given });
    if (!done.ok) return;
    await onDone();
    onClose();
  };
  return (
    <Dialog title={t(isOn ? 'admin.law.askOff' : 'admin.law.askOn', { name })} onClose={onClose}>
      <p>{t(isOn ? 'admin.law.whatOff' : 'admin.law.whatOn')}</p>
      {isOn ? (
        <TextField
          type="date"
          label={t('admin.law.lastDay')}
          hint={t('admin.law.lastDayHint')}
          value={day}
          wrong={until === null}
          onChange={setDay}
        />
      ) : null}
      <TextField
        label={t('admin.reason')}
        hint={t('admin.law.reasonHint')}
        value={reason}
        wrong={tried && !why.success}
        onChange={setReason}
      />
      <footer>
        <Button keys={[t('key.escape')]} onClick={onClose}>
          {t('admin.changeNothing')}
        </Button>
        <Button look={isOn ? 'danger' : 'primary'} onClick={() => void confirm()}>
          {t(isOn ? 'admin.law.switchOff' : 'admin.law.switchOn')}
        </Button>
      </footer>
    </Dialog>
  );
};
