/** The line of a way. Its words are not measured for a box of their own: that would cost a layout each. */
import { BaseEdge, type EdgeProps, getBezierPath } from '@xyflow/react';
import { endPx } from './nodes.ts';

export const WayLine = ({ id, label, style, sourceY, targetY, ...ends }: EdgeProps) => {
  // An end stands half outside its box; its line begins and ends at the box.
  const [path, x, y] = getBezierPath({
    ...ends,
    sourceY: sourceY - endPx / 2,
    targetY: targetY + endPx / 2,
  });
  return (
    <>
      <BaseEdge id={id} path={path} {...(style === undefined ? {} : { style })} />
      {typeof label === 'string' ? (
        <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
          {label}
        </text>
      ) : null}
    </>
  );
};
