"""Danish MedCom status reports, PDF and Word, as data people can trust."""
