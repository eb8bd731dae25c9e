import assert from 'node:assert/strict';
import { joinLines } from '../../../src/presentation/paragraphs';

describe('joinLines', () => {
  it('joins wrapped lines and keeps paragraphs and lists', () => {
    assert.equal(
      joinLines('One half,\nother half.\n\nNext:\n- first\n  goes on\n- second\n1. third'),
      'One half, other half.\n\nNext:\n- first\n  goes on\n- second\n1. third',
    );
  });
});
