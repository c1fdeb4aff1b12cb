// Makes a form of ours pleasanter: questions that depend on others, mistakes shown at once, work
// where some is asked. Without it the form works all the same; the server decides everything again.
(() => {
  'use strict';

  const framed = window.parent !== window;

  /** As the server cleans: no control characters, no blanks around. */
  const clean = (text) =>
    text
      .replace(/\r\n/g, '\n')
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .replace(/^\s+|\s+$/g, '');

  /** Whether an answer is what a question is asked for; the server decides in the same way. */
  const holds = (when, answer) => {
    const given = (value) => when.values.indexOf(value) >= 0;
    if (when.is === 'filled') return answer.length > 0;
    if (when.is === 'empty') return answer.length === 0;
    if (when.is === 'one_of') return answer.some(given);
    return !answer.some(given);
  };

  const controls = (form, name) => Array.prototype.filter.call(form.elements, (control) => control.name === name);

  const answer = (form, key) => {
    const all = controls(form, key)
      .filter((control) => (control.type !== 'checkbox' && control.type !== 'radio') || control.checked)
      .map((control) => clean(control.value))
      .filter((value) => value !== '');
    const several = controls(form, key).filter((control) => control.type === 'checkbox').length > 1;
    return several ? all : all.slice(0, 1);
  };

  /** Shows what is asked and takes away what is not, from above: only what stands above decides. */
  const ask = (form) => {
    const heard = {};
    Array.prototype.forEach.call(form.querySelectorAll('input[type="hidden"]'), (hidden) => {
      const value = clean(hidden.value);
      heard[hidden.name] = value === '' ? [] : [value];
    });
    form.querySelectorAll('.field[data-key]').forEach((field) => {
      const when = field.dataset.when ? JSON.parse(field.dataset.when) : null;
      const asked = !when || holds(when, heard[when.field] || []);
      field.hidden = !asked;
      field.querySelectorAll('input, select, textarea').forEach((control) => {
        control.disabled = !asked;
      });
      heard[field.dataset.key] = asked ? answer(form, field.dataset.key) : [];
    });
  };

  const complain = (field, text) => {
    let place = field.querySelector('.error');
    if (!place && text) {
      place = document.createElement('p');
      place.className = 'error';
      place.id = `f-${field.dataset.key}-error`;
      field.appendChild(place);
    }
    if (place) {
      place.textContent = text;
      place.hidden = !text;
    }
    field.querySelectorAll('input, select, textarea').forEach((control) => {
      if (text) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    });
  };

  const mistake = (form, field, texts) => {
    const given = answer(form, field.dataset.key);
    const control = controls(form, field.dataset.key)[0];
    if (given.length === 0) {
      if (!field.dataset.needed) return '';
      if (field.dataset.key === '_consent') return texts.consent;
      const picks = control && (control.tagName === 'SELECT' || control.type === 'radio' || control.type === 'checkbox');
      return picks ? texts.pick : texts.required;
    }
    if (control.type === 'email' && !/^\S+[@＠]\S+[.。．]\S+$/.test(given[0])) return texts.email;
    if (control.type === 'tel' && (given[0].match(/[0-9０-９]/g) || []).length < 5) return texts.phone;
    return '';
  };

  /** The first field with a mistake, or null. */
  const check = (form, texts) => {
    let first = null;
    form.querySelectorAll('.field[data-key]').forEach((field) => {
      const text = field.hidden ? '' : mistake(form, field, texts);
      complain(field, text);
      if (text && !first) first = field;
    });
    return first;
  };

  const carry = (form, name, value) => {
    let hidden = controls(form, name)[0];
    if (!hidden) {
      hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = name;
      form.appendChild(hidden);
    }
    hidden.value = value;
  };

  const find = (form, challenge) =>
    new Promise((resolve, reject) => {
      const inline = () => {
        const script = document.createElement('script');
        script.src = form.dataset.worker;
        script.onload = () => resolve(window.leadwellProof(challenge));
        script.onerror = reject;
        document.head.appendChild(script);
      };
      try {
        const worker = new Worker(form.dataset.worker);
        worker.onmessage = (event) => {
          worker.terminate();
          resolve(event.data);
        };
        worker.onerror = inline;
        worker.postMessage(challenge);
      } catch (_noWorker) {
        inline();
      }
    });

  const work = (form) =>
    fetch(form.dataset.proof)
      .then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json();
      })
      .then((challenge) =>
        find(form, challenge).then((number) => {
          const shown = { algorithm: challenge.algorithm, challenge: challenge.challenge, salt: challenge.salt, number, signature: challenge.signature };
          carry(form, '_proof', btoa(JSON.stringify(shown)));
        }),
      );

  const tell = (message) => {
    if (framed) window.parent.postMessage({ leadwell: 'form', ...message }, '*');
  };

  const start = (form) => {
    const texts = JSON.parse(form.dataset.texts);
    const button = form.querySelector('button[type="submit"]');
    const word = button.textContent;
    let sent = false;
    let begun = false;

    const rest = (busy) => {
      sent = busy;
      button.disabled = busy;
      button.textContent = busy ? texts.working : word;
    };
    const send = () => {
      rest(true);
      if (!form.dataset.proof) {
        form.submit();
        return;
      }
      work(form)
        .then(() => form.submit())
        .catch(() => rest(false));
    };

    form.noValidate = true;
    carry(form, '_js', '1');
    if (new URLSearchParams(window.location.search).get('fresh') === '1') carry(form, '_fresh', '1');
    ask(form);
    form.addEventListener('input', (event) => {
      ask(form);
      const field = event.target.closest('.field');
      if (field) complain(field, '');
      if (!begun && !form.dataset.preview) {
        begun = true;
        const told = new URLSearchParams();
        ['_token', '_url', '_ref'].forEach((name) => {
          const hidden = controls(form, name)[0];
          if (hidden) told.set(name, hidden.value);
        });
        if (framed) told.set('_frame', '1');
        fetch(`/p/f/${form.dataset.form}/start`, { method: 'POST', body: told, keepalive: true }).catch(() => undefined);
      }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (sent) return;
      const wrong = check(form, texts);
      if (wrong) {
        const control = wrong.querySelector('input, select, textarea');
        if (control) control.focus();
        return;
      }
      send();
    });
    // Back from the page after: the form may be sent once more, and is the same submission.
    window.addEventListener('pageshow', () => rest(false));
    if (form.dataset.goOn) send();
    else if (form.querySelector('.notice')) tell({ slug: form.dataset.form, again: true });
  };

  const thank = (thanks) => {
    tell({ done: true, redirect: thanks.dataset.redirect || null });
    if (thanks.dataset.next) setTimeout(() => window.location.assign(thanks.dataset.next), 8000);
  };

  document.querySelectorAll('form[data-form]').forEach(start);
  document.querySelectorAll('[data-thanks]').forEach(thank);

  if (framed && 'ResizeObserver' in window) {
    new ResizeObserver(() => tell({ height: Math.ceil(document.body.getBoundingClientRect().height) })).observe(document.body);
  }

  // For the stories that hold server and browser to one rule.
  window.leadwellForm = { clean, holds };
})();
