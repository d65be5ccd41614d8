"""A report as a Word document."""

from jcm_ledger.render.docx.report import document as document
