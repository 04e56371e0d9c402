"""The final act (定稿): what stands in its way, who declares it, and all files of the report in one folder."""
