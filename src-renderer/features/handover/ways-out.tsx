/** What can be done next while she talks to a third: each way with its key and what it leads to. */
import { useRequest } from '@renderer/platform/store/services.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './handover.module.css';

const css = styleNames(styles);

export const Way = ({
  keys,
  words,
  detail,
  first,
  onTake,
}: {
  readonly keys: readonly string[];
  readonly words: string;
  readonly detail: string;
  readonly first?: boolean;
  readonly onTake: () => void;
}) => (
  <button type="button" className={css('way', first === true && 'chosen')} onClick={onTake}>
    <KeyCaps keys={keys} tone="plain" />
    <b>{words}</b>
    <span>{detail}</span>
  </button>
);

export type Asked = {
  readonly work: WorkItem;
  readonly call: CallView;
  readonly consult: CallView;
};

export const useWays = ({ work, call, consult }: Asked) => {
  const request = useRequest();
  const callId = call.id;
  return {
    handOver: () => void request('call.hand-over', { callId }),
    threeWay: (on: boolean) => void request('call.three-way', { callId, on }),
    back: () => void request('call.resume', { callId }),
    drop: () => void request('call.hang-up', { callId: consult.id }),
    names: { name: consult.title, customer: work.customerName },
  };
};
