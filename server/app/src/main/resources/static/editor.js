// The editor of the workbench and of the workshop: CodeMirror with completion from the data and errors at their line.

import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, highlightActiveLine, drawSelection } from "@codemirror/view";
import { HighlightStyle, StreamLanguage, bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { searchKeymap } from "@codemirror/search";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { turtle } from "@codemirror/legacy-modes/mode/turtle";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.keyword, class: "tok-keyword" },
  { tag: tags.variableName, class: "tok-variable" },
  { tag: [tags.atom, tags.string], class: "tok-string" },
  { tag: tags.comment, class: "tok-comment" },
  { tag: tags.number, class: "tok-number" },
  { tag: tags.meta, class: "tok-meta" },
]);

/** What is typed over a selection goes straight into the text: browsers would give the lines they join style attributes. */
function replaceSelected(event, view) {
  if (event.inputType !== "insertText" || event.data === null || view.state.selection.main.empty || view.composing) {
    return false;
  }
  event.preventDefault();
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  return true;
}

/** Puts the editor in the place of a textarea. */
export function editor(textarea, options) {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: textarea.value,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        lintGutter(),
        StreamLanguage.define(options.language === "turtle" ? turtle : sparql),
        syntaxHighlighting(colours),
        autocompletion({ override: [options.complete], icons: false }),
        keymap.of([
          { key: "Mod-Enter", run: () => { options.run(); return true; } },
          ...completionKeymap, ...defaultKeymap, ...historyKeymap, ...searchKeymap,
        ]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(options.nonce),
        EditorView.contentAttributes.of({ "aria-label": options.label, spellcheck: "false" }),
        EditorView.domEventHandlers({ beforeinput: replaceSelected }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            textarea.value = update.state.doc.toString();
            options.changed();
          }
        }),
      ],
    }),
  });
  view.scrollDOM.tabIndex = 0; // what scrolls is reached by the keyboard
  return {
    text: () => view.state.doc.toString(),
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      view.focus();
    },
    prepend(text) {
      view.dispatch({ changes: { from: 0, insert: text } });
      view.focus();
    },
    clear: () => view.dispatch(setDiagnostics(view.state, [])),
    /** Puts marks at their lines; the cursor stays. */
    marks(list) {
      view.dispatch(setDiagnostics(view.state, list.map(({ line, column, grave, message }) => {
        const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
        const from = Math.min(at.to, at.from + Math.max(0, column - 1));
        return { from, to: Math.max(from, at.to), severity: grave ? "error" : "warning", message };
      })));
    },
    go(line) {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
      view.focus();
    },
    mark(line, column, message) {
      const at = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const from = Math.min(at.to, at.from + Math.max(0, column - 1));
      view.dispatch(setDiagnostics(view.state, [{ from, to: Math.max(from, at.to), severity: "error", message }]));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    },
  };
}
