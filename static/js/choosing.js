// The admin's fields that search: each is named by its label, opens at the first letter typed, and the first that is
// still empty has the focus where a form asks for that. Without this script they are used as Django leaves them.
function selectOf(box) {
  return box.closest(".select2")?.previousElementSibling;
}

function nameFields(within) {
  for (const box of within.querySelectorAll(".select2-selection--single")) {
    const label = document.querySelector(`label[for="${selectOf(box)?.id}"]`);
    if (!label) continue;
    label.id ||= `${selectOf(box).id}_label`;
    const value = box.querySelector(".select2-selection__rendered");
    value.setAttribute("aria-labelledby", label.id);
    box.setAttribute("aria-labelledby", `${label.id} ${value.id}`);
  }
}

function focusFirstEmpty() {
  const empty = [...document.querySelectorAll("[data-focus-first-empty] select")].find((select) => !select.value);
  empty?.nextElementSibling?.querySelector(".select2-selection")?.focus();
}

document.addEventListener("keydown", (event) => {
  const types = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (types && event.target.matches?.(".select2-selection--single")) {
    event.preventDefault();
    django.jQuery(selectOf(event.target)).select2("open");
    const search = document.querySelector(".select2-container--open .select2-search__field");
    search.focus();
    search.value = event.key;
    search.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

// By the admin's own jQuery, in whose order this comes after Django's script that makes the fields.
window.django?.jQuery?.(() => {
  nameFields(document);
  focusFirstEmpty();
  document.addEventListener("formset:added", (event) => nameFields(event.target));
});
