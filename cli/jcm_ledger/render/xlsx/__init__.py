"""The data as a workbook of Excel."""

from jcm_ledger.render.xlsx.workbook import workbook as workbook
