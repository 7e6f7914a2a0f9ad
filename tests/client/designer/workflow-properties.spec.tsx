/** @jest-environment jsdom */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FindingView } from '../../../server/contract/wire/design.ts';
import { blankIcons } from './blank-icons.ts';

jest.unstable_mockModule('@ant-design/icons', blankIcons);
const { FERRY, latest, PropertyHost } = await import('./property-host.tsx');
const { PropertyPanel } = await import('../../../client/src/designer/workflow/panels/property-panel.tsx');
const { Outline } = await import('../../../client/src/designer/workflow/outline/outline.tsx');

afterEach(cleanup);

const open = (...selected: string[]) =>
  render(
    <PropertyHost selected={selected}>
      <PropertyPanel />
    </PropertyHost>,
  );

const choose = (label: string, option: string): void => {
  fireEvent.mouseDown(screen.getByLabelText(label, { selector: '[role=combobox]' }));
  fireEvent.click(screen.getByTitle(option));
};

const changedLines = (): string[] => {
  const before = new Set(FERRY.split('\n'));
  return latest.text.split('\n').filter((line) => !before.has(line));
};

describe('the properties of a state', () => {
  it('change the title in one language and leave every other line alone', () => {
    open('states', 'checked');
    fireEvent.change(screen.getByLabelText('名称 (中文)'), { target: { value: '核对中' } });
    expect(changedLines()).toEqual(['    title: {zh-CN: 核对中, en: Checked}']);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    expect(latest.text).toBe(FERRY);
  });

  it('make an end of it, and take that back by choosing nothing', () => {
    open('states', 'checked');
    choose('是否终点', '终点：未通过');
    expect(changedLines()).toEqual(['    final: failure']);
  });

  it('say for each actor who reads, fills in and remarks', () => {
    open('states', 'checked');
    fireEvent.click(screen.getByRole('button', { name: '逐个设置' }));
    choose('船员 · 填', '被批注处');
    expect(latest.text).toContain('    rights: {mate: {read: all, write: queried}, master: {read: all}}');
  });

  it('offer another key only for a state that was never published', () => {
    open('states', 'open');
    expect(screen.queryByRole('button', { name: '修改代码：open' })).toBeNull();
    cleanup();
    open('states', 'checked');
    expect(screen.getByRole('button', { name: '修改代码：checked' })).toBeTruthy();
  });
});

describe('the properties of an action', () => {
  it('add a requirement with its message', () => {
    open('states', 'open', 'on', 'submit');
    fireEvent.click(screen.getByRole('button', { name: /添加条件/ }));
    const group = screen.getByRole('group', { name: '条件 1' });
    fireEvent.change(within(group).getByLabelText('条件'), { target: { value: 'form.trips.size() >= 1' } });
    fireEvent.change(within(group).getByLabelText('不满足时的提示 (中文)'), { target: { value: '请填写航次' } });
    expect(latest.text).toContain('{expr: form.trips.size() >= 1, message: 请填写航次}');
  });

  it('put a name that the condition may use where the caret stands', async () => {
    open('states', 'open', 'on', 'submit');
    fireEvent.click(screen.getByRole('button', { name: /添加条件/ }));
    fireEvent.click(screen.getByRole('button', { name: '条件 · 可用名称' }));
    fireEvent.click(await screen.findByRole('button', { name: /form\.crew/ }));
    expect(latest.text).toContain('expr: trueform.crew');
  });

  it('lead to different states by condition, and to one again', () => {
    open('states', 'open', 'on', 'submit');
    fireEvent.click(screen.getByText('按条件去不同环节'));
    expect(latest.text).toContain('to: [{when: "true", state: checked}, {state: checked}]');
    fireEvent.click(screen.getByText('总是同一环节'));
    expect(latest.text).toBe(FERRY);
  });
});

describe('how often is reported', () => {
  it('begins with the year that the clock of the installation shows', () => {
    open('periods');
    fireEvent.click(screen.getByRole('button', { name: '设置周期' }));
    expect(latest.text).toContain('from: 2031-01-01, to: 2031-12-31');
    fireEvent.click(screen.getByText('逐个指定'));
    expect(latest.text).toContain('from: 2031-01-01, to: 2031-12-31, due: 2031-12-31');
  });
});

describe('the properties of a deadline', () => {
  it('say a length of time in a number and a unit', () => {
    open('deadlines', 'log');
    fireEvent.change(screen.getByLabelText('宽限期', { selector: '[role=spinbutton]' }), { target: { value: '5' } });
    choose('宽限期 · 单位', '个工作日');
    expect(changedLines()).toEqual(['  log: {on: 2026-03-31, remind: [P3D], grace: P5WD}']);
  });

  it('are set by kind of organisation and keep what they were', () => {
    open('deadlines', 'log');
    fireEvent.click(screen.getByText('按单位类别'));
    expect(latest.text).toContain('for: {pier: {on: 2026-03-31}, yard: {on: 2026-03-31}}');
    expect(latest.text).toContain('remind: [P3D]');
  });

  it('let somebody grant more time', () => {
    open('deadlines', 'log');
    fireEvent.click(screen.getByRole('switch', { name: '可以延期' }));
    expect(latest.text).toContain('extension: {by: master, max: P7D, reason: required}');
  });
});

describe('the properties of an actor', () => {
  it('reach the cases of another set of organisations', () => {
    open('actors', 'mate');
    choose('能办理哪些单位的报送', '直接下级单位的');
    expect(changedLines()).toEqual(['  mate:   {role: clerk, scope: {relation: parent}}       # who writes']);
  });

  it('keep persons apart', () => {
    open('actors', 'master');
    choose('回避', '船员');
    expect(changedLines()).toEqual(['  master: {role: boss,  scope: programme, not_same_as: [mate]}']);
  });
});

const finding: FindingView = {
  code: 'unknown-state',
  severity: 'error',
  file: 'ferry_log.yaml',
  line: 17,
  column: 86,
  path: ['states', 'open', 'on', 'submit', 'to'],
  message: { 'zh-CN': '没有环节“checkd”', en: 'There is no state "checkd"' },
  suggestion: { 'zh-CN': '是否要写“checked”？', en: 'Did you mean "checked"?' },
};

describe('what lint says', () => {
  it('stands at its property in the reader’s language, with the advice', () => {
    render(
      <PropertyHost selected={['states', 'open', 'on', 'submit']} findings={[finding]}>
        <PropertyPanel />
      </PropertyHost>,
    );
    expect(screen.getByRole('alert').textContent).toBe('没有环节“checkd” 是否要写“checked”？');
  });

  it('is counted in the list beside the picture, which leads to the place', async () => {
    render(
      <PropertyHost findings={[finding]}>
        <Outline />
      </PropertyHost>,
    );
    const entry = screen.getByRole('button', { name: /提交 → 核对/ });
    expect(within(entry).getByText('1 个错误')).toBeTruthy();
    await userEvent.click(entry);
    expect(latest.selected).toEqual(['states', 'open', 'on', 'submit']);
  });
});

describe('a text whose syntax is broken', () => {
  it('is changed in the text only', () => {
    render(
      <PropertyHost text={'title: {a: 1\nstates: ['} selected={[]}>
        <PropertyPanel />
      </PropertyHost>,
    );
    for (const label of ['名称 (中文)', '说明 (中文)', '并且单位满足'])
      expect(screen.getByLabelText<HTMLTextAreaElement>(label).disabled).toBe(true);
  });
});
