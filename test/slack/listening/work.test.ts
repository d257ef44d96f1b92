import { describe, expect, it } from 'vitest';
import { createOnce } from '../../../src/slack/listening/once.ts';
import { createWork } from '../../../src/slack/listening/work.ts';

describe('work that goes on after Slack was answered', () => {
  it('is waited for, that which it starts included', async () => {
    const work = createWork();
    const done: string[] = [];
    const finish: (() => void)[] = [];
    const task = (name: string) =>
      new Promise<void>((resolve) =>
        finish.push(() => {
          done.push(name);
          resolve();
        }),
      );
    void work.track(task('first').then(() => void work.track(task('second'))));
    const drained = work.drain(5_000);
    finish[0]?.();
    while (finish.length < 2) await Promise.resolve();
    finish[1]?.();
    await drained;
    expect(done).toEqual(['first', 'second']);
  });

  it('is waited for also when it fails', async () => {
    const work = createWork();
    await expect(work.track(Promise.reject(new Error('no')))).rejects.toThrow('no');
    await work.drain(5_000);
  });

  it('does not hold a stop for ever', async () => {
    const work = createWork();
    void work.track(new Promise(() => undefined));
    await work.drain(10);
  });
});

describe('an event that Slack sends again', () => {
  it('counts the first time only', () => {
    const isFirst = createOnce();
    expect([isFirst('Ev1'), isFirst('Ev1'), isFirst('Ev2')]).toEqual([true, false, true]);
  });

  it('is remembered for as long as Slack may repeat it, not for ever', () => {
    const isFirst = createOnce();
    for (let id = 0; id <= 5_000; id += 1) isFirst(`Ev${id}`);
    expect(isFirst('Ev0')).toBe(true);
    expect(isFirst('Ev5000')).toBe(false);
  });
});
